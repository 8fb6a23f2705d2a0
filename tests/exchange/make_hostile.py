#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# make_hostile.py FOLDER: hostile and broken projects, codebooks and tables, always the same.
# tests/cases/exchange/hostile.expected.txt has what each becomes: refused with a fix, or read with everything that has
# no place named.
import io
import pathlib
import random
import sqlite3
import struct
import sys
import zipfile

from qdpx import *

into = pathlib.Path(sys.argv[1])
into.mkdir(parents=True, exist_ok=True)
random.seed(2026)
ONE = selection(0x500, 0, 5, coding(0x600))


def put(name, data):
    (into / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def pack(entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for entry, data in entries:
            archive.writestr(zipfile.ZipInfo(entry) if isinstance(entry, str) else entry, data, method)
    return out.getvalue()


good = qdpx(usual())

# --- containers ---------------------------------------------------------------------------------------------------------
put("empty.qdpx", b"")
put("not-a-zip.qdpx", "words")
put("zip-without-project.qdpx", pack([("readme.txt", "x")]))
put("two-projects.qdpx", pack([("project.qde", usual()), ("other.qde", usual()), ("sources/a.txt", TEXT)]))
put("two-projects-by-case.qdpx", pack([("project.qde", usual()), ("PROJECT.QDE", usual())]))
for share in (10, 50, 90, 99):
    put(f"truncated-{share}.qdpx", good[: len(good) * share // 100])
for i in range(6):
    data = bytearray(good)
    data[random.randrange(data.rindex(b"PK\x05\x06"), len(data) - 2)] ^= 0x41
    put(f"flipped-{i}.qdpx", bytes(data))
for i, name in enumerate(("../evil.txt", "/etc/evil.t", "sources/../../e", "C:/evil.txt", "a\\b\\c\\d.txt", "sources/..")):
    data = qdpx(usual(), [("sources/a.txt", TEXT), ("A" * len(name), "x")]).replace(b"A" * len(name), name.encode())
    put(f"slip-{i}.qdpx", data)
put("bomb-ratio.qdpx", qdpx(usual(), [("sources/a.txt", b"a" * 60_000_000)]))
put("bomb-many.qdpx", qdpx(usual(), [(f"sources/{i}.txt", b"a" * 9_000_000) for i in range(12)]))
put("bomb-nested.qdpx", qdpx(usual(), [("sources/a.txt", TEXT), ("sources/b.zip", pack([("x", b"\0" * 40_000_000)]))]))
put("many-entries.qdpx", qdpx(usual(), [(f"sources/{i}.txt", "x") for i in range(2100)]))
link = zipfile.ZipInfo("sources/link.txt")
link.create_system = 3
link.external_attr = 0o120777 << 16
put("symlink.qdpx", pack([("project.qde", usual()), (link, "/etc/passwd")]))
overlap = bytearray(qdpx(usual(), [("sources/a.txt", TEXT), ("sources/b.txt", TEXT)]))
first = overlap.index(b"PK\x01\x02")
second = overlap.index(b"PK\x01\x02", first + 4)
third = overlap.index(b"PK\x01\x02", second + 4)
overlap[third + 42:third + 46] = overlap[second + 42:second + 46]
put("overlapping.qdpx", bytes(overlap))
lying = bytearray(good)
at = lying.rindex(b"PK\x01\x02")
lying[at + 24:at + 28] = struct.pack("<I", 99)
put("lying-size.qdpx", bytes(lying))
encrypted = bytearray(good)
at = encrypted.rindex(b"PK\x01\x02")
encrypted[at + 8] |= 1
put("encrypted.qdpx", bytes(encrypted))
put("double-entry.qdpx", qdpx(usual(), [("sources/a.txt", TEXT), ("sources/b.txt", "x")]).replace(b"sources/b.txt", b"sources/a.txt"))
put("entry-name-not-utf8.qdpx", qdpx(usual(), [("sources/a.txt", TEXT), ("sources/bb.txt", "x")]).replace(b"sources/bb.txt", b"sources/\xff\xfe.txt"))

# --- XML ----------------------------------------------------------------------------------------------------------------
laughs = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + "]>"
put("entity-laughs.qdc", f'<?xml version="1.0"?>{laughs}<CodeBook><Codes><Code name="&j;" isCodable="true"/></Codes></CodeBook>')
put("entity-laughs.qdpx", qdpx(f'<?xml version="1.0"?>{laughs}<Project name="&j;"/>'))
put("entity-file.qdc", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><CodeBook><Codes><Code name="&f;" isCodable="true"/></Codes></CodeBook>')
put("entity-parameter.qdc", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd">%p;]><CodeBook/>')
put("entity-quadratic.qdc", f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><CodeBook>{"&a;" * 50_000}</CodeBook>')
put("doctype-alone.qdc", '<!DOCTYPE CodeBook><CodeBook><Codes/></CodeBook>')
put("doctype-elsewhere.qdc", '<!DOCTYPE CodeBook SYSTEM "http://127.0.0.1/c.dtd"><CodeBook><Codes/></CodeBook>')
put("entity-undeclared.qdc", '<CodeBook><Codes><Code name="&x;" isCodable="true"/></Codes></CodeBook>')
put("xinclude.qdc", '<CodeBook xmlns:i="http://www.w3.org/2001/XInclude"><Codes><Code guid="c" name="a" isCodable="true"><i:include href="/etc/passwd" parse="text"/></Code></Codes></CodeBook>')
put("deep.qdc", "<CodeBook><Codes>" + "<Code name='a' isCodable='true'>" * 5000 + "</Code>" * 5000 + "</Codes></CodeBook>")
put("deep-200.qdc", "<CodeBook><Codes>" + "".join(f"<Code name='a{i}' isCodable='true'>" for i in range(200)) + "</Code>" * 200 + "</Codes></CodeBook>")
put("not-xml.qdc", "words")
put("empty.qdc", "")
put("cut-off.qdc", "<CodeBook><Codes><Code")
put("other-root.qdc", "<html><body/></html>")
put("project-as-codebook.qdc", usual())
put("codebook-as-project.qdpx", qdpx("<CodeBook><Codes/></CodeBook>"))
put("utf16.qdc", '<?xml version="1.0" encoding="utf-16"?><CodeBook><Codes><Code guid="c" name="ä" isCodable="true"/></Codes></CodeBook>'.encode("utf-16"))
put("utf7.qdc", '<?xml version="1.0" encoding="utf-7"?><CodeBook><Codes/></CodeBook>')
put("latin1-undeclared.qdc", '<CodeBook><Codes><Code guid="c" name="\xe9" isCodable="true"/></Codes></CodeBook>'.encode("latin-1"))
put("nul-in-xml.qdc", b"<CodeBook><Codes><Code name='a\0b' isCodable='true'/></Codes></CodeBook>")
put("control-characters.qdc", "<CodeBook><Codes><Code name='a&#1;b' isCodable='true'/></Codes></CodeBook>")
put("lone-surrogate.qdc", "<CodeBook><Codes><Code name='a&#xD800;b' isCodable='true'/></Codes></CodeBook>")
put("lone-surrogate-bytes.qdc", b"<CodeBook><Codes><Code name='a\xed\xa0\x80b' isCodable='true'/></Codes></CodeBook>")
put("many-attributes.qdc", "<CodeBook><Codes><Code " + " ".join(f"a{i}='x'" for i in range(500)) + "/></Codes></CodeBook>")
put("huge-text.qdc", "<CodeBook><Codes><Code guid='c' name='a' isCodable='true'><Description>" + "a" * 11_000_000 + "</Description></Code></Codes></CodeBook>")
put("wrong-namespace.qdc", '<CodeBook xmlns="urn:something:else"><Codes><Code guid="c" name="a" isCodable="true"/></Codes></CodeBook>')
put("wrong-namespace.qdpx", qdpx(usual().replace("<Project ", '<p:Project xmlns:p="urn:something:else" ', 1).replace("</Project>", "</p:Project>")))
put("namespace-undeclared.qdc", '<q:CodeBook><q:Codes><q:Code guid="c" name="a" isCodable="true"/></q:Codes></q:CodeBook>')
put("mixed-line-ends.qdc", '<CodeBook>\r<Codes>\r\n<Code guid="c" name="a&#13;&#10;b&#13;c" isCodable="true">\n<Description>a\r\nb\rc\nd&#13;e&#13;&#10;f&#x2028;g&#x85;h</Description></Code></Codes></CodeBook>')
put("comments-and-instructions.qdc", '<?xml version="1.0"?><?php echo 1 ?><!-- a --><CodeBook><!-- b --><Codes><Code guid="c" name="a" isCodable="true"/></Codes></CodeBook>')
put("no-codes.qdc", "<CodeBook/>")

# --- what is said -------------------------------------------------------------------------------------------------------
put("guid-of-two-codes.qdpx", qdpx(usual(codes=CODES.replace(POLICE, PEER))))
put("guid-of-two-sources.qdpx", qdpx(usual(sources=source(ONE) + source(selection(0x501, 0, 5, coding(0x601)), name="Other", path="internal://b.txt")),
                                     [("sources/a.txt", TEXT), ("sources/b.txt", "Other words.")]))
put("guid-of-two-codings.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600)) + selection(0x501, 6, 10, coding(0x600, POLICE)))))
put("guid-of-two-passages.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600)) + selection(0x500, 6, 10, coding(0x601)))))
put("guid-of-code-and-user.qdpx", qdpx(usual(users=USERS.replace(ANNA, PEER))))
put("code-below-itself.qdpx", qdpx(usual(codes=f'<CodeBook><Codes><Code guid="{PEER}" name="A" isCodable="true"><Code guid="{POLICE}" name="B" isCodable="true">'
                                              f'<Code guid="{PEER}" name="A" isCodable="true"/></Code></Code></Codes></CodeBook>')))
put("set-of-itself.qdpx", qdpx(usual(after=f'<Sets><Set guid="{guid(0x20)}" name="practice"><MemberCode targetGUID="{guid(0x20)}"/><MemberCode targetGUID="{PEER}"/></Set></Sets>')))
put("guid-of-two-users.qdpx", qdpx(usual(users=USERS.replace(BEN, ANNA))))
put("guid-of-two-notes.qdpx", qdpx(usual(after=f'<Notes><Note guid="{NOTE}" name="x"><PlainTextContent>one</PlainTextContent></Note><Note guid="{NOTE}" name="y"><PlainTextContent>two</PlainTextContent></Note></Notes>')))
PAIRS = "\U0001f600\U0001f600 Peers meet \U0001f600 here"
put("range-half-a-pair.qdpx", qdpx(usual(selection(0x500, 1, 4, coding(0x600)) + selection(0x501, 5, 10, coding(0x601)) + selection(0x502, 11, 15, coding(0x602)),
                                         attributes='name="x" origin="NVivo 12.6 for Windows"'), [("sources/a.txt", PAIRS)]))
put("range-of-mixed-line-ends.qdpx", qdpx(usual(selection(0x500, 3, 8, coding(0x600)) + selection(0x501, 0, 4, coding(0x601))), [("sources/a.txt", b"\r\n\rPeers\n\r\r\n")]))
VARIABLE_VALUE = '<VariableValue><VariableRef targetGUID="{}"/><TextValue>{}</TextValue></VariableValue>'
for name, variable, value in (("of-many-languages", "languages", "en," * 100_000 + "en"), ("of-no-country", "country", "../../KEN"), ("of-markup", "&lt;b&gt;Region&lt;/b&gt;", "&lt;script&gt;"),
                              ("of-no-name", "", "x"), ("of-a-long-name", "a" * 100_000, "x"), ("of-no-date", "embargo until", "9999-99-99")):
    put(f"variable-{name}.qdpx", qdpx(usual(before=f'<Variables><Variable guid="{VARIABLE}" name="{variable}" typeOfVariable="Text"/></Variables><Cases><Case guid="{CASE}" name="Lamp">'
                                                   f'{VARIABLE_VALUE.format(VARIABLE, value)}{VARIABLE_VALUE.format(guid(9), "of nothing")}<SourceRef targetGUID="{SOURCE}"/></Case></Cases>')))
for name, start, end in (("negative-start", -3, 5), ("negative-both", -9, -3), ("beyond-the-end", 3, 9999), ("far-beyond", 10**30, 10**31), ("backwards", 9, 3),
                         ("empty", 5, 5), ("not-a-number", "a", "b"), ("fraction", "1.5", "2.5"), ("largest", 0, 2**63 - 1), ("blank-only", 5, 6)):
    put(f"range-{name}.qdpx", qdpx(usual(selection(0x500, start, end, coding(0x600)) + selection(0x501, 0, 5, coding(0x601)))))
put("source-file-missing.qdpx", qdpx(usual(), []))
put("source-without-path.qdpx", qdpx(usual(sources=source(ONE, path=""))))
put("source-path-climbs.qdpx", qdpx(usual(sources=source(ONE, path="internal://../../etc/passwd"))))
put("source-path-http.qdpx", qdpx(usual(sources=source(ONE, path="http://127.0.0.1/a.txt"))))
put("source-empty.qdpx", qdpx(usual(sources=source(ONE)), [("sources/a.txt", "")]))
put("source-is-binary.qdpx", qdpx(usual(sources=source(ONE)), [("sources/a.txt", bytes(range(256)))]))
put("source-of-nul.qdpx", qdpx(usual(sources=source(ONE)), [("sources/a.txt", b"a\0b words c")]))
put("source-lone-surrogates.qdpx", qdpx(usual(sources=source(ONE)), [("sources/a.txt", b"ab\xed\xa0\x80cd words")]))
put("source-utf16-cut.qdpx", qdpx(usual(sources=source(ONE)), [("sources/a.txt", "Peers 😀".encode("utf-16")[:-1])]))
put("source-of-marks.qdpx", qdpx(usual(sources=source(selection(0x500, 2, 50, coding(0x600)))), [("sources/a.txt", "a" + "\u0301" * 5000 + " words")]))
put("code-missing.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, guid(0x99))))))
put("code-reference-empty.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, "")))))
put("code-without-name.qdpx", qdpx(usual(codes=CODES.replace("Peer outreach", ""))))
put("code-colour-bad.qdpx", qdpx(usual(codes=CODES.replace("#1b6ca8", "red; background: url(x)"))))
put("code-name-formula.qdpx", qdpx(usual(codes=CODES.replace("Peer outreach", "=HYPERLINK(1)"))))
put("code-name-path.qdpx", qdpx(usual(codes=CODES.replace("Peer outreach", "../../etc/passwd"))))
put("code-name-markup.qdpx", qdpx(usual(codes=CODES.replace("Peer outreach", "&lt;script&gt;alert(1)&lt;/script&gt;"))))
put("code-name-long.qdpx", qdpx(usual(codes=CODES.replace("Peer outreach", "a" * 2000))))
put("code-name-blank.qdpx", qdpx(usual(codes=CODES.replace("Peer outreach", " &#10; "))))
put("user-name-path.qdpx", qdpx(usual(users=USERS.replace("Anna", "../anna"))))
put("case-name-path.qdpx", qdpx(usual(before=f'<Cases><Case guid="{CASE}" name="../../x"><SourceRef targetGUID="{SOURCE}"/></Case></Cases>')))
put("case-name-study.qdpx", qdpx(usual(before=f'<Cases><Case guid="{CASE}" name="study"><SourceRef targetGUID="{SOURCE}"/></Case></Cases>')))
put("case-of-nothing.qdpx", qdpx(usual(before=f'<Cases><Case guid="{CASE}" name="Lamp"><SourceRef targetGUID="{guid(9)}"/></Case></Cases>')))
put("note-missing.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, inner=f'<NoteRef targetGUID="{guid(9)}"/>')))))
put("note-of-itself.qdpx", qdpx(usual(after=f'<Notes><Note guid="{NOTE}" name="x"><PlainTextContent>y</PlainTextContent><NoteRef targetGUID="{NOTE}"/></Note></Notes>')))
put("link-of-itself.qdpx", qdpx(usual(after=f'<Links><Link guid="{guid(1)}" originGUID="{guid(1)}" targetGUID="{guid(1)}"/></Links>')))
put("unknown-elements.qdpx", qdpx(usual(after="<Something><Else/></Something>", sources=source("<Odd/>" + ONE) + '<HologramSource guid="h"/>')))
put("project-of-nothing.qdpx", qdpx("<Project/>"))

# --- our own side file, forged -------------------------------------------------------------------------------------------
side = '{"format": "common-ground-exchange", "version": 1, "offsets": "codepoint-crlf2"'
for name, text in (("not-json", "{"), ("array", "[]"), ("other-version", side.replace('"version": 1', '"version": 99') + "}"), ("bad-types", side +
                   ', "study": 3, "codes": [1, {"guid": 5, "code": [], "kind": {}}], "documents": {"a": 1}, "codings": "x"}'),
                   ("bad-ids", side + f', "codes": [{{"guid": "{PEER}", "code": "../../x", "label": "Peer outreach", "merged_into": "nobody"}}],'
                    f' "documents": [{{"guid": "{SOURCE}", "document": "../../x", "organisation": "../..", "parts": [["heading", 1, 5, 3, 1, -1]]}}]}}'),
                   ("consents", side + ', "consents": [{"subject": "imported", "scope": "analyse", "basis": "written"}]}'),
                   ("circle", side + f', "codes": [{{"guid": "{PEER}", "code": "a", "label": "Peer outreach", "merged_into": "b"}},'
                    f' {{"guid": "{POLICE}", "code": "b", "label": "Police", "merged_into": "a"}}]}}'),
                   ("deep", "[" * 100_000)):
    put(f"side-{name}.qdpx", qdpx(usual(), [("sources/a.txt", TEXT), ("commonground.json", text)]))

# --- tables -------------------------------------------------------------------------------------------------------------
put("quotes-broken.csv", 'code,label,kind\nA,"b,practice\n')
put("utf16.csv", "code,label\nA,b\n".encode("utf-16"))
put("empty-cells.csv", "code,label,kind\n,,\n ,\n")
put("formulas.csv", "code,label,kind,definition\nA,'=1+1,practice,'@x\n")
put("not-a-sheet.xlsx", "words")
put("bomb.xlsx", pack([("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", b" " * 60_000_000)]))
put("entity.xlsx", pack([("xl/workbook.xml", laughs + "<workbook/>"), ("xl/_rels/workbook.xml.rels", "<Relationships/>")]))
put("shared-string-missing.xlsx", pack([
    ("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'),
    ("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'),
    ("xl/worksheets/sheet1.xml", '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>')]))
put("columns-far-out.xlsx", pack([
    ("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'),
    ("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'),
    ("xl/worksheets/sheet1.xml", '<worksheet><sheetData><row r="1"><c r="XFDZZZ1"><v>7</v></c></row></sheetData></worksheet>')]))
put("macros.xlsx", pack([("xl/workbook.xml", "<workbook/>"), ("xl/vbaProject.bin", "x")]))


def database(name, statements, change=None):
    path = into / name
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()
    if change:
        path.write_bytes(change(bytearray(path.read_bytes())))


put("not-a-database.sqlite3", "words")
database("of-another-program.sqlite3", ["CREATE TABLE cookies(a)"])
database("views.sqlite3", ["CREATE TABLE t(a)", "CREATE VIEW highlights AS SELECT a FROM t", "CREATE VIEW tags AS SELECT 1"])
database("cut-off.sqlite3", ["CREATE TABLE tags(id, path)", "INSERT INTO tags VALUES(1, 'a')"], lambda data: data[:5000])
database("garbled.sqlite3", ["CREATE TABLE tags(id, path)"], lambda data: data[:200] + bytes(random.randrange(256) for _ in range(len(data) - 200)))
database("generated-columns.sqlite3", ["CREATE TABLE highlights(id, document_id, x AS (zeroblob(900000000)))", "INSERT INTO highlights VALUES(1, 1)"])
database("circle.sqlite3", ["CREATE TABLE projects(id, name, description)", "CREATE TABLE tags(id, project_id, path, description, parent_id)",
                            "CREATE TABLE documents(id, name, description, contents)", "CREATE TABLE highlight_tags(highlight_id, tag_id)",
                            "CREATE TABLE highlights(id, document_id, start_offset, end_offset, snippet)", "INSERT INTO projects VALUES(1, 'x', '')",
                            "INSERT INTO tags VALUES(1, 1, 'a', '', 2), (2, 1, 'b', '', 1), (3, 1, 'c', '', 9)",
                            "INSERT INTO documents VALUES(1, 'd', '', '<p>words</p>')", "INSERT INTO highlights VALUES(1, 1, -5, 99999999999, 'none')",
                            "INSERT INTO highlight_tags VALUES(1, 1), (1, 77)"])
