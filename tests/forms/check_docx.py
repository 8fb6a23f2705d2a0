#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# check_docx FILE LANGUAGE: what a reader of screens needs of a Word document, and what must not be in one.
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
bad = []
path, language = sys.argv[1:]
parts = zipfile.ZipFile(path)
for info in parts.infolist():
    if info.date_time != (1980, 1, 1, 0, 0, 0):
        bad.append(f"{info.filename} has a time")
    if info.filename.endswith((".xml", ".rels")):
        ET.fromstring(parts.read(info))
document = ET.fromstring(parts.read("word/document.xml"))
styles = ET.fromstring(parts.read("word/styles.xml"))
core = parts.read("docProps/core.xml").decode()
if not re.search(r"<dc:title>[^<]{3,}</dc:title>", core):
    bad.append("no title")
if f"<dc:language>{language}</dc:language>" not in core:
    bad.append("its language is not told")
default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
if default is None or default.get(W + "val") != language:
    bad.append("the language of its text is not told")
known = {style.get(W + "styleId") for style in styles.iter(W + "style")}
used = {node.get(W + "val") for tag in ("pStyle", "rStyle", "tblStyle") for node in document.iter(W + tag)}
for style in sorted(used - known):
    bad.append(f"the style {style} is used and not defined")

levels = []
for paragraph in document.iter(W + "p"):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    match = re.fullmatch(r"Heading(\d)", style.get(W + "val")) if style is not None else None
    if match:
        levels.append(int(match[1]))
        if not "".join(text.text or "" for text in paragraph.iter(W + "t")).strip():
            bad.append("a heading without words")
if not levels or levels[0] != 1:
    bad.append("the first heading is not of level 1")
for before, after in zip(levels, levels[1:]):
    if after > before + 1:
        bad.append(f"a heading of level {after} follows one of level {before}")

tables = list(document.iter(W + "tbl"))
for table in tables:
    about = table.find(W + "tblPr")
    title, description = about.find(W + "tblCaption"), about.find(W + "tblDescription")
    if title is None or description is None or not title.get(W + "val") or not description.get(W + "val"):
        bad.append("a table without a description")
    elif title.get(W + "val") == description.get(W + "val"):
        bad.append("a table whose description is its title")
    look = about.find(W + "tblLook")
    if look is None or look.get(W + "firstRow") != "1" or look.get(W + "firstColumn") != "1":
        bad.append("a table whose first row and column are not headers")
    first = table.find(W + "tr")
    if first.find(f"{W}trPr/{W}tblHeader") is None:
        bad.append("a table without a header row")
for drawing in document.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
    if not drawing.get("descr"):
        bad.append("an image without a description")
names = {mark.get(W + "name") for mark in document.iter(W + "bookmarkStart")}
for link in document.iter(W + "hyperlink"):
    if link.get(W + "anchor") and link.get(W + "anchor") not in names:
        bad.append(f"a link to {link.get(W + 'anchor')}, which is not there")
# The contents: each line leads to a place and has a field for the number of its page, right of a tab.
lines = [p for p in document.iter(W + "p") if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(W + "val") in ("toc1", "toc2")]
if len(lines) < 5:
    bad.append(f"{len(lines)} lines of contents")
for line in lines:
    words = "".join(text.text or "" for text in line.iter(W + "t"))
    code = "".join(text.text or "" for text in line.iter(W + "instrText")).split()
    if not words.strip() or "\ue000" in words:
        bad.append(f"a line of the contents reads {words!r}")
    if len(code) < 2 or code[0] != "PAGEREF" or code[1] not in names or line.find(f".//{W}tab") is None:
        bad.append(f"{words!r} in the contents has no page")
    kinds = [mark.get(W + "fldCharType") for mark in line.iter(W + "fldChar")]
    if kinds != ["begin", "separate", "end"]:
        bad.append(f"{words!r} in the contents has a field of {kinds}")
for part in ("header", "footer"):
    if f"word/{part}.xml" not in parts.namelist() or f"/word/{part}.xml" not in parts.read("[Content_Types].xml").decode():
        bad.append(f"no {part}")
if "PAGE" not in parts.read("word/footer.xml").decode():
    bad.append("sheets have no number")
if any("vbaProject" in name for name in parts.namelist()):
    bad.append("it has macros")
foreign = {run.get(W + "val") for run in document.iter(W + "lang")} | {
    run.get(W + "bidi") for run in document.iter(W + "lang")}
if len(foreign - {None, language}) < 3:
    bad.append(f"words of other languages do not say so: {foreign}")
for line in sorted(set(bad)):
    print(f"{path}: {line}")
print(f"{path}: {len(levels)} headings, {len(tables)} tables, {len(names)} places")
sys.exit(1 if bad else 0)
