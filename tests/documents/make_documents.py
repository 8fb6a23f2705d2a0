#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# make_documents.py FOLDER SEED COUNT: writes COUNT documents of each format, in which everything that a format has for
# words is nested at random, and beside each NAME the file NAME.words: one word a line, "seen WORD" for what a reader of
# the file sees, "REASON WORD" for what is there and is not seen (hidden, deleted, comment, header, instead, title, index).
# Every word comes once.  All is invented.
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from words import Words  # noqa: E402
import make_docx  # noqa: E402
import make_odt  # noqa: E402
import make_pages  # noqa: E402
import make_rtf  # noqa: E402

into, seed, count = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
into.mkdir(parents=True, exist_ok=True)
makers = {"docx": make_docx.document, "odt": make_odt.document, "rtf": make_rtf.document,
          "html": make_pages.page, "epub": make_pages.book}
for ending, make in makers.items():
    for number in range(count):
        words = Words(random.Random(f"{seed} {ending} {number}"))
        (into / f"{seed}-{number}.{ending}").write_bytes(make(words))
        (into / f"{seed}-{number}.{ending}.words").write_text(words.list(), encoding="utf-8")
