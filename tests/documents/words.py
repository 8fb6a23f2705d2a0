# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Words that come once each, and what becomes of them.
import io
import zipfile

SCRIPTS = {"latin": "abdefghiklmnoprstuz", "french": "éèçàabdelmnor", "polish": "żółćęabdkmn", "cyrillic": "абвгдежзиклмнопрст", "greek": "αβγδεζηθικλμν",
           "arabic": "بتثجحدرسش", "hebrew": "אבגדהזחט", "thai": "กขคงจชซดต", "chinese": "水火山河人口手足", "japanese": "あいうえおかきく", "korean": "가나다라마바"}


class Words:
    def __init__(self, random, scripts=None):
        self.random = random
        self.scripts = scripts or list(SCRIPTS)
        self.lines, self.known = [], set()

    def new(self, script=None):
        letters = SCRIPTS[script or self.random.choice(["latin"] * 4 + self.scripts)]
        while True:
            word = "".join(self.random.choice(letters) for _ in range(self.random.randint(7, 10)))
            if word not in self.known:
                self.known.add(word)
                return word

    def see(self, script=None):
        word = self.new(script)
        self.lines.append("seen " + word)
        return word

    def leave(self, why, script=None):
        word = self.new(script)
        self.lines.append(why + " " + word)
        return word

    def say(self, why, script=None):  # why None: it is seen
        return self.see(script) if why is None else self.leave(why, script)

    def chance(self, share):
        return self.random.random() < share

    def pick(self, *choices):
        return self.random.choice(choices)

    def list(self):
        return "\n".join(self.lines) + "\n"


def pack(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
