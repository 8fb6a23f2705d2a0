#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# check_contents TEXT DOCX: in the text of the pages that a program made of DOCX, every line of the contents ends with a
# page number, and the numbers do not go down.
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
text, path = sys.argv[1:]
document = ET.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
titles = []
for paragraph in document.iter(W + "p"):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and style.get(W + "val") in ("toc1", "toc2"):
        titles.append("".join(run.text or "" for run in paragraph.iter(W + "t")))
# Line after line: a title may take two, its number stands at the end of the last.
lines = [re.sub(r"\s+", " ", line).strip() for line in open(text, encoding="utf-8")]
bad, last, at, pages = [], 0, 0, []
for title in titles:
    wanted, words, number = title.split(), "", None
    while at < len(lines):
        words = (words + " " + lines[at]).strip()
        at += 1
        match = re.search(re.escape(" ".join(wanted)) + r" (\d+)$", words)
        if match:
            number = int(match[1])
            break
        if at < len(lines) and len(words) > 400:
            words = " ".join(words.split()[-60:])
    if number is None:
        bad.append(f"{title!r} has no number")
        break
    if number < last:
        bad.append(f"{title!r} is on page {number}, after one on page {last}")
    last = number
    pages.append(number)
if len(pages) != len(titles) or pages[-1] < 10:
    bad.append("the contents do not lead to the end")
for line in bad:
    print(f"{path}: {line}")
print(f"{path}: {len(titles)} lines of contents, the last leads to page {last}")
sys.exit(1 if bad else 0)
