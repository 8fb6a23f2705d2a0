# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# RTF.  `why`: what becomes of the words (None: they are seen); it is handed down.
FONTS = [  # number, \fcharset, Python's code page, scripts
    (0, 0, "cp1252", ["latin", "french"]), (1, 204, "cp1251", ["latin", "cyrillic"]), (2, 238, "cp1250", ["latin", "polish"]), (3, 161, "cp1253", ["greek"]),
    (4, 178, "cp1256", ["arabic"]), (5, 177, "cp1255", ["hebrew"]), (6, 222, "cp874", ["thai"]), (7, 134, "gbk", ["chinese"]), (8, 128, "cp932", ["japanese"]),
    (9, 136, "big5", ["chinese"]), (10, 129, "cp949", ["korean"]), (11, 77, "mac_roman", ["latin"])]


class Rtf:
    def __init__(self, words):
        self.words, self.stand_ins = words, 1

    def text(self, word, font):
        """The word in bytes of the font's code page, or in \\u with stand-ins."""
        words, out = self.words, ""
        if words.chance(0.3):
            for unit in range(0, len(data := word.encode("utf-16-le")), 2):
                code = int.from_bytes(data[unit:unit + 2], "little", signed=True)
                out += f"\\u{code}" + (" " if self.stand_ins == 0 else words.pick("?", " ?", "\\'3f") * 1 + "?" * (self.stand_ins - 1))
            return out
        encoded = word.encode(font[2])
        hold = False  # the second byte of a double one may be any character
        for byte in encoded:
            plain = 0x20 < byte < 0x7F and byte not in b"\\{}"
            out += chr(byte) if plain and (not hold or words.chance(0.5)) else f"\\'{byte:02x}"
            hold = font[2] in ("gbk", "cp932", "big5", "cp949") and byte >= 0x80 and not hold
        return out

    def say(self, why):
        font = self.words.pick(*FONTS)
        word = self.words.say(why, self.words.pick(*font[3]))
        gap = self.words.pick(" ", " ", "\\tab ", "\\line ", "\\~", "\\_", " \\emdash  ")
        return f"{{\\f{font[0]} {self.text(word, font)}}}{gap}"

    def inline(self, why, depth):
        words = self.words
        if depth > 4:
            return self.say(why)
        kind = words.pick("say", "say", "say", "group", "link", "field", "deleted", "hidden", "note", "box", "oldbox", "comment", "index", "picture", "unknown", "uc", "upr", "moved", "object", "lines", "wordart", "form", "eq", "macro", "far")
        inner = lambda: self.inlines(why, depth + 1)  # noqa: E731
        if kind == "group":
            return "{\\b\\rtlch\\af1 \\ltrch " + inner() + "}"
        if kind == "link":
            return '{\\field\\fldedit{\\*\\fldinst { HYPERLINK "http://x.invalid" }}{\\fldrslt {\\ul ' + inner() + "}}}\\sectd "
        if kind == "field":
            return "{\\field{\\*\\fldinst { IF {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}} = 1 }}{\\fldrslt " + inner() + "}}"
        if kind in ("deleted", "moved"):
            mark = "\\deleted\\revauthdel1" if kind == "deleted" else "\\mvf\\mvauth1"
            return f"{{{mark} {self.say(why or 'deleted')}}}" if why in (None, "deleted") else self.say(why)
        if kind == "hidden":
            return f"{{\\v {self.say(why or 'hidden')}}}" if words.chance(0.5) else f"{{\\v {self.say(why or 'hidden')}\\v0 {self.say(why)}}}"
        if kind == "uc":
            before, self.stand_ins = self.stand_ins, words.pick(0, 1, 2)
            text = f"{{\\uc{self.stand_ins} {self.say(why)}}}"
            self.stand_ins = before
            return text
        if kind == "upr":
            return "{\\upr{other}{\\*\\ud{" + self.say(why) + "}}}"
        if kind == "picture":
            return "{\\*\\shppict{\\pict\\pngblip 89504e470d0a}}{\\nonshppict{\\pict 0102}}{\\pict\\bin7 ab}c{d }"
        if kind == "unknown":
            return "{\\*\\nobodyknows {these words} are for another program}{\\*\\bkmkstart mark}{\\*\\bkmkend mark}"
        if kind == "lines":
            return self.say(why) + "\r\n" + self.say(why)
        if why is not None:
            return self.say(why)
        if kind == "wordart":
            return f"{{\\shp{{\\*\\shpinst{{\\sp{{\\sn shapeType}}{{\\sv 136}}}}{{\\sp{{\\sn gtextUNICODE}}{{\\sv {words.see('latin')}}}}}}}}} "
        if kind == "form":
            choices = [f"{{\\*\\ffl {choice}}}" for choice in ("no", words.see("latin"), "never")]
            return f"{{\\field{{\\*\\fldinst FORMDROPDOWN {{\\*\\formfield{{\\fftype2\\ffres1{''.join(choices)}}}}}}}{{\\fldrslt }}}} "
        if kind in ("eq", "macro"):
            shown = f"MACROBUTTON NoMacro {words.see('latin')} {words.see('latin')}" if kind == "macro" else f"EQ \\\\o\\\\ad(\\\\s\\\\up 9({words.see('latin')}),{words.see('latin')})"
            return f"{{\\field{{\\*\\fldinst {{ {shown} }}}}{{\\fldrslt }}}} "
        if kind == "far":
            return self.say(None) + "{\\uc0\\u-10179 \\u-8704 \\u128512 }"
        if kind == "note" and depth < 3:
            return "{\\super\\chftn}{\\footnote\\pard\\plain {\\super\\chftn }" + inner() + (" \\par " + self.say(None) if words.chance(0.4) else "") + "}"
        if kind == "box" and depth < 2:
            text = inner()
            return ("{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt\\pard " + text + "\\par}}{\\shprslt{\\*\\do\\dobxpage{\\dptxbxtext\\pard other\\par}}}}")
        if kind == "oldbox" and depth < 2:
            return "{\\*\\do\\dobxpage\\dptxbx{\\dptxbxtext\\pard " + inner() + "\\par}}"
        if kind == "comment":
            return "{\\*\\atnid AB}{\\*\\atnauthor A B}\\chatn{\\*\\annotation{\\*\\atndate 1}\\pard " + self.say("comment") + "}"
        if kind == "index":
            return "{\\xe " + self.say("index") + "}"
        if kind == "object":
            return "{\\object\\objemb{\\*\\objclass X}{\\result {" + inner() + "}}}"
        return self.say(why)

    def inlines(self, why, depth):
        return "".join(self.inline(why, depth) for _ in range(self.words.random.randint(1, 4)))

    def paragraph(self):
        kind = self.words.pick("", "", "", "\\s1 ", "\\outlinelevel1 ", "list", "symbol")
        before = {"list": "{\\listtext\\f0 2.1)\\tab}\\ls1\\ilvl1 ", "symbol": "{\\pntext\\f12\\'B7\\tab}{\\*\\pn\\pnlvlblt{\\pntxtb\\'B7}}"}.get(kind, kind)
        return f"\\pard\\plain {before}{self.inlines(None, 0)}\\par\n"

    def table(self):
        rows = ""
        for _ in range(self.words.random.randint(1, 3)):
            cells = "".join(f"\\pard\\intbl {self.inlines(None, 2)}{chr(92) + 'par ' + self.say(None) if self.words.chance(0.3) else ''}\\cell " for _ in range(self.words.random.randint(1, 3)))
            rows += f"\\trowd\\cellx1000 {cells}\\row\n"
        if self.words.chance(0.6):
            return rows
        nested = f"\\trowd\\cellx1 \\pard\\intbl\\itap2 {self.say(None)}\\nestcell{{\\*\\nesttableprops\\trowd\\cellx1\\nestrow}}{{\\nonesttables\\par}}\\pard\\intbl {self.say(None)}\\cell\\row "
        return rows + nested


def document(words):
    rtf = Rtf(words)
    fonts = "".join(f"{{\\f{number}\\fnil\\fcharset{charset} Font {number};}}" for number, charset, _, _ in FONTS) + "{\\f12\\fnil\\fcharset2 Symbol;}"
    body = "".join(words.pick(rtf.paragraph, rtf.paragraph, rtf.paragraph, rtf.table)() for _ in range(words.random.randint(2, 10)))
    text = (f"{{\\rtf1\\ansi\\ansicpg{words.pick(1252, 1251, 932)}\\deff0\\deflang1033{{\\fonttbl{fonts}}}{{\\colortbl;\\red0\\green0\\blue0;}}{{\\stylesheet{{\\s0 Normal;}}{{\\s1\\outlinelevel0 heading 1;}}{{\\*\\cs10 Default;}}}}"
            f"{{\\info{{\\author A B}}{{\\title none}}}}{{\\*\\generator X;}}\\uc1\n{{\\header\\pard {rtf.say('header')}\\par}}{body}\\pard {rtf.say(None)}\\par}}")
    return text.encode("latin-1")
