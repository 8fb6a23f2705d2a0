#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# make_cases.py FOLDER: one project for every way in which real programs depart from REFI-QDA, always the same.
# tests/cases/exchange has what each becomes.
import pathlib
import sqlite3
import sys
import zipfile

from qdpx import *

into = pathlib.Path(sys.argv[1])
into.mkdir(parents=True, exist_ok=True)


def put(name, data):
    (into / name).write_bytes(data if isinstance(data, bytes) else data.encode())


# --- containers ---------------------------------------------------------------------------------------------------------
put("as-the-standard-says.qdpx", qdpx(usual()))
put("qde-with-capital-letter.qdpx", qdpx(usual(), name="Project.qde"))
put("qde-named-after-project.qdpx", qdpx(usual(), name="Harbour study.QDE"))
put("sources-with-capital-letter.qdpx", qdpx(usual(), [("Sources/A.TXT", TEXT)]))
put("stored-entries.qdpx", qdpx(usual(), method=zipfile.ZIP_STORED))
put("stray-entries.qdpx", qdpx(usual(), [("sources/", b""), ("sources/.root", b""), ("sources/.DS_Store", b"x"),
                                         ("__MACOSX/sources/._a.txt", b"x"), ("sources/a.txt", TEXT)]))
put("picture-inside.qdpx", qdpx(usual(), [("sources/a.txt", TEXT), ("sources/map.png", b"\x89PNG\r\n\x1a\n")]))
put("path-without-internal.qdpx", qdpx(usual(sources=source(selection(0x500, 0, 5, coding(0x600)), path="a.txt"))))
put("path-escaped.qdpx", qdpx(usual(sources=source(selection(0x500, 0, 5, coding(0x600)), path="internal://my%20text.txt")),
                              [("sources/my text.txt", TEXT)]))
put("richtext-is-text.qdpx", qdpx(usual(sources=f'<TextSource guid="{SOURCE}" name="Harbour" richTextPath="internal://a.txt">'
                                                f'{selection(0x500, 0, 5, coding(0x600))}</TextSource>')))
put("text-in-the-xml.qdpx", qdpx(usual(sources=f'<TextSource guid="{SOURCE}" name="Harbour"><PlainTextContent>{TEXT}'
                                               f'</PlainTextContent>{selection(0x500, 0, 5, coding(0x600))}</TextSource>'), []))

# --- XML ----------------------------------------------------------------------------------------------------------------
put("mark-before-xml.qdpx", qdpx("\ufeff" + usual()))
put("namespace-0-4.qdpx", qdpx(usual(namespace='xmlns="urn:QDA-XML:project:0:4"')))
put("namespace-prefixed.qdpx", qdpx(usual(namespace='xmlns:q="urn:QDA-XML:project:0.4" xmlns="urn:QDA-XML:project:0.4"')))
put("empty-sets.qdpx", qdpx(usual(after="<Sets/>")))
put("taguette-codebook.qdc", '<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.4">'
    f'<Codes><Code guid="{PEER.upper()}" name="outreach.peers" isCodable="true"/></Codes><Sets/></CodeBook>')
put("codebook-with-sets.qdc", '<CodeBook xmlns="urn:QDA-XML:codebook:1.0">'
    f'<Codes><Code guid="{PEER}" name="Peers" isCodable="true" color="#abc"><Description>They meet.\n\nInclude: at the harbour\n\n'
    f'Exclude: at the office</Description><Code guid="{POLICE}" name="Police" isCodable="false"/></Code></Codes>'
    f'<Sets><Set guid="{guid(1)}" name="barrier"><MemberCode guid="{POLICE}"/></Set>'
    f'<Set guid="{guid(2)}" name="For the meeting"><MemberCode guid="{PEER}"/></Set></Sets></CodeBook>')
bad_ids = usual(users='<Users><User guid="u1" name="Anna"/></Users>',
                codes='<CodeBook><Codes><Code guid="c001" name="Peer outreach" isCodable="true"/></Codes></CodeBook>',
                sources=f'<TextSource guid="s1" name="Harbour" plainTextPath="internal://a.txt"><PlainTextSelection guid="p1" '
                        'startPosition="0" endPosition="5"><Coding guid="k1" creatingUser="u1"><CodeRef targetGUID="c001"/></Coding>'
                        '</PlainTextSelection></TextSource>')
put("guids-that-are-none.qdpx", qdpx(bad_ids))
put("guids-in-braces.qdpx", qdpx(usual(codes=CODES.replace(PEER, "{" + PEER.upper() + "}"))))
put("no-guids.qdpx", qdpx(usual(selection(0x500, 0, 5, f'<Coding><CodeRef targetGUID="{PEER}"/></Coding>').replace(
    f'guid="{guid(0x500)}" ', ""))))

# --- people -------------------------------------------------------------------------------------------------------------
put("no-users.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, user="", at="")), users="")
                          .replace(f' creatingUser="{ANNA}"', "")))
put("user-of-passage-only.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, user=""), user=BEN))))
put("modifying-user-only.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, user=""), user="", more=f' modifyingUser="{BEN}"'))))
put("users-differ.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, user=ANNA), user=BEN))))
put("user-not-listed.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, user=guid(0xFF)), user=guid(0xFF)))))
put("two-users-of-one-name.qdpx", qdpx(usual(users=USERS.replace("Ben", "Anna"))))
put("times-without-zone.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, at="2026-03-01T10:00:00.123")))))
put("times-with-zone.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, at="2026-03-01T00:30:00+02:00")))))
put("times-that-are-none.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, at="yesterday")))))

# --- passages -----------------------------------------------------------------------------------------------------------
put("passage-repeated-per-code.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600)) + selection(0x501, 0, 5, coding(0x601, POLICE))
                                                 + selection(0x502, 0, 5, "<Description>Again.</Description>" + coding(0x602)))))
put("passage-with-many-codings.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600) + coding(0x601, POLICE) + coding(0x602, PEER, BEN)))))
put("whole-source-coded.qdpx", qdpx(usual(sources=source(coding(0x600)))))
put("no-places.qdpx", qdpx(usual(selection(0x500, "", "", coding(0x600)))))

# --- names --------------------------------------------------------------------------------------------------------------
put("sources-of-one-name.qdpx", qdpx(usual(sources=source(selection(0x500, 0, 5, coding(0x600)), name="Interview") +
                                           source(selection(0x501, 0, 5, coding(0x601)), name="Interview", path="internal://b.txt", number=guid(0x101))),
                                     [("sources/a.txt", TEXT), ("sources/b.txt", TEXT[::-1])]))
put("source-without-name.qdpx", qdpx(usual(sources=source(selection(0x500, 0, 5, coding(0x600)), name=""))))
put("codes-of-one-name.qdpx", qdpx(usual(codes=f'<CodeBook><Codes><Code guid="{guid(1)}" name="In the street" isCodable="true"><Code guid="{PEER}" name="Other" '
                                               f'isCodable="true"/></Code><Code guid="{guid(2)}" name="At home" isCodable="true"><Code guid="{POLICE}" name="Other" '
                                               'isCodable="true"/></Code></Codes></CodeBook>')))
put("folders-and-codes.qdpx", qdpx(usual(codes=f'<CodeBook><Codes><Code guid="{FOLDER}" name="Folder" isCodable="false"><Code guid="{PEER}" name="Parent" '
                                               f'isCodable="true"><Code guid="{POLICE}" name="Child" isCodable="true"/></Code></Code></Codes></CodeBook>')))
put("code-names-in-other-scripts.qdpx", qdpx(usual(codes=f'<CodeBook><Codes><Code guid="{PEER}" name="Взаимная поддержка" isCodable="true"/>'
                                                         f'<Code guid="{POLICE}" name="同伴外展" isCodable="true"/></Codes></CodeBook>')))

# --- memos --------------------------------------------------------------------------------------------------------------
notes = f'<Notes><Note guid="{NOTE}" name="Thought" creatingUser="{BEN}" creationDateTime="2026-03-02T08:00:00Z"><PlainTextContent>Look at this again.</PlainTextContent></Note></Notes>'
ref = f'<NoteRef targetGUID="{NOTE}"/>'
put("memo-in-description.qdpx", qdpx(usual(selection(0x500, 0, 5, "<Description>Said with a smile.</Description>" + coding(0x600)))))
put("memo-on-passage-without-code.qdpx", qdpx(usual(selection(0x500, 0, 5, "<Description>Who are they?</Description>"))))
put("memo-by-reference.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, inner=ref)), after=notes)))
put("memo-by-link.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600)), after=notes +
                                    f'<Links><Link guid="{guid(0x310)}" originGUID="{NOTE}" targetGUID="{guid(0x500)}"/></Links>')))
put("memo-of-source.qdpx", qdpx(usual(sources=source("<Description>Recorded by the sea.</Description>" + ref), after=notes)))
put("memo-of-code.qdpx", qdpx(usual(codes=CODES.replace('name="Police" isCodable="true"/>', f'name="Police" isCodable="true">{ref}</Code>'), after=notes)))
put("memo-of-project.qdpx", qdpx(usual(after=notes + "<Description>All of it is invented.</Description>" + ref)))
put("memo-of-nothing.qdpx", qdpx(usual(after=notes)))
put("memo-in-a-file.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600, inner=ref)),
                                      after=f'<Notes><Note guid="{NOTE}" name="Thought" plainTextPath="internal://n.txt"/></Notes>'),
                                [("sources/a.txt", TEXT), ("sources/n.txt", "From a file.")]))
put("links-and-graphs.qdpx", qdpx(usual(after=f'<Links><Link guid="{guid(0x310)}" originGUID="{PEER}" targetGUID="{POLICE}"/></Links>'
                                              f'<Graphs><Graph guid="{guid(0x311)}" name="Map"/></Graphs>')))

# --- cases and variables ------------------------------------------------------------------------------------------------
variables = f'<Variables><Variable guid="{VARIABLE}" name="Town" typeOfVariable="Text"/></Variables>'
value = f'<VariableValue><VariableRef targetGUID="{VARIABLE}"/><TextValue>Amber Coast</TextValue></VariableValue>'
put("variables-on-source.qdpx", qdpx(usual(before=variables, sources=source(selection(0x500, 0, 5, coding(0x600)) + value))))
put("variables-in-unnamed-case.qdpx", qdpx(usual(before=variables + f'<Cases><Case guid="{CASE}">{value}<SourceRef targetGUID="{SOURCE}"/></Case></Cases>')))
put("case-with-variables.qdpx", qdpx(usual(before=variables + f'<Cases><Case guid="{CASE}" name="Lamp &amp; Anchor"><Description>A small group.</Description>'
                                                              f'{value}<SourceRef targetGUID="{SOURCE}"/></Case></Cases>')))

fields = "".join(f'<Variable guid="{guid(0x700 + i)}" name="{name}" typeOfVariable="{kind}"/>' for i, (name, kind) in enumerate(
    (("Country", "Text"), ("Language", "Text"), ("Date", "Date"), ("Region", "Text"), ("Kind", "Text"))))


def said(number, element, value):
    return f'<VariableValue><VariableRef targetGUID="{guid(0x700 + number)}"/><{element}>{value}</{element}></VariableValue>'


put("variables-that-are-fields.qdpx", qdpx(usual(
    before=f'<Variables>{fields}</Variables><Cases><Case guid="{CASE}" name="Lamp">{said(0, "TextValue", "Kenya")}{said(1, "TextValue", "sw, English")}'
           f'{said(3, "TextValue", "The North")}<SourceRef targetGUID="{SOURCE}"/></Case></Cases>',
    sources=source(selection(0x500, 0, 5, coding(0x600)) + said(1, "TextValue", "French") + said(2, "DateValue", "2025-11-02") + said(4, "TextValue", "interview")))))

# --- pictures, pages, recordings ----------------------------------------------------------------------------------------
put("pdf-with-representation.qdpx", qdpx(usual(sources=f'<PDFSource guid="{SOURCE}" name="Leaflet" path="internal://l.pdf"><PDFSelection guid="{guid(0x510)}" '
    f'page="1" firstX="10" firstY="20" secondX="30" secondY="40">{coding(0x610)}</PDFSelection><Representation guid="{guid(0x101)}" plainTextPath="internal://a.txt">'
    f'{selection(0x500, 0, 5, coding(0x600))}</Representation></PDFSource>'), [("sources/a.txt", TEXT), ("sources/l.pdf", "%PDF-1.4")]))
put("picture-with-regions.qdpx", qdpx(usual(sources=f'<PictureSource guid="{SOURCE}" name="Map" path="internal://m.png"><PictureSelection guid="{guid(0x510)}" '
    f'firstX="1" firstY="2" secondX="3" secondY="4"><Description>The harbour</Description>{coding(0x610)}</PictureSelection>{coding(0x611, POLICE, BEN)}</PictureSource>'),
    [("sources/m.png", b"\x89PNG\r\n\x1a\n")]))
put("recording-with-transcript.qdpx", qdpx(usual(sources=f'<AudioSource guid="{SOURCE}" name="Talk" path="internal://t.m4a"><Transcript guid="{guid(0x101)}" name="Talk" '
    f'plainTextPath="internal://a.txt"><SyncPoint guid="{guid(1)}" timeStamp="0" position="0"/><SyncPoint guid="{guid(2)}" timeStamp="900" position="5"/>'
    f'<TranscriptSelection guid="{guid(0x510)}" fromSyncPoint="{guid(1)}" toSyncPoint="{guid(2)}">{coding(0x610)}</TranscriptSelection></Transcript>'
    f'<AudioSelection guid="{guid(0x511)}" begin="5" end="5">{coding(0x611)}</AudioSelection></AudioSource>')))
put("styled-text-beside.qdpx", qdpx(usual(sources=source(selection(0x500, 0, 5, coding(0x600)), more=' richTextPath="internal://a.docx"')),
                                    [("sources/a.txt", TEXT), ("sources/a.docx", b"PK\3\4not opened")]))
put("paths-that-lead-out.qdpx", qdpx(usual(sources=source(selection(0x500, 0, 5, coding(0x600)), path="absolute:///etc/passwd") +
    source(selection(0x501, 0, 5, coding(0x601)), path="relative:///../secret.txt", number=guid(0x101)))))

# --- how places are counted ---------------------------------------------------------------------------------------------
SEA = "Peers 😀 meet 😀 at the harbour.\nThe police 😀 take condoms.\nNobody asks why.\nWe told them: stop.\n"


def places(unit, pair, mark, names=False):
    """SEA with six passages, counted in a program's way."""
    def at(index):
        before = SEA[:index]
        count = sum(2 if ord(c) > 0xFFFF and unit == "utf16" else 1 for c in before)
        if pair == 2:
            count += before.count("\n")
        return count + (1 if mark else 0)
    inner = ""
    for number, words in enumerate(["Peers", "harbour", "take condoms", "Nobody", "asks why", "told them"]):
        start, end = of_text(SEA, words)
        inner += selection(0x500 + number, at(start), at(end), coding(0x600 + number), name=words if names else "")
    return inner


CRLF = SEA.replace("\n", "\r\n").encode()
BOM = b"\xef\xbb\xbf"
for unit in ("codepoint", "utf16"):
    for pair in (2, 1):
        put(f"places-{unit}-crlf{pair}.qdpx", qdpx(usual(places(unit, pair, False)), [("sources/a.txt", CRLF)]))
put("places-utf16-crlf2-bom.qdpx", qdpx(usual(places("utf16", 2, True)), [("sources/a.txt", BOM + CRLF)]))
put("places-as-nvivo.qdpx", qdpx(usual(places("utf16", 2, False), attributes='name="x" origin="NVivo 12.6 for Windows"'), [("sources/a.txt", BOM + CRLF)]))
put("places-of-one-passage-nvivo.qdpx", qdpx(usual(selection(0x500, 41, 47, coding(0x600)), attributes='name="x" origin="NVivo 12.6 for Windows"'), [("sources/a.txt", BOM + CRLF)]))
put("places-by-their-words.qdpx", qdpx(usual(places("codepoint", 1, False, names=True)), [("sources/a.txt", CRLF)]))
put("places-not-sure.qdpx", qdpx(usual(selection(0x500, 9, 12, coding(0x600))), [("sources/a.txt", "我们在港口😀见面，我们在港口\r\n互相帮助".encode())]))
put("places-all-agree.qdpx", qdpx(usual(places("codepoint", 1, False).replace("😀", "")), [("sources/a.txt", SEA.replace("😀", "x"))]))
put("places-with-joined-accents.qdpx", qdpx(usual(selection(0x500, *of_text("Cafe\u0301 by the sea, e\u0301te\u0301", "by the sea"), coding(0x600))
                                                  + selection(0x501, 0, 5, coding(0x601, POLICE))), [("sources/a.txt", "Cafe\u0301 by the sea, e\u0301te\u0301")]))
put("text-with-marks-that-turn.qdpx", qdpx(usual(selection(0x500, 1, 6, coding(0x600)) + selection(0x501, 8, 12, coding(0x601, POLICE))), [("sources/a.txt", "\u202ePeers\u202c meet")]))
put("text-not-utf-8.qdpx", qdpx(usual(selection(0x500, 0, 4, coding(0x600))), [("sources/a.txt", "Caf\u00e9 \u201cSol\u201d".encode("cp1252"))]))
put("text-utf-16.qdpx", qdpx(usual(selection(0x500, 0, 5, coding(0x600))), [("sources/a.txt", TEXT.encode("utf-16"))]))
put("mixed-line-ends.qdpx", qdpx(usual(selection(0x500, 4, 9, coding(0x600))), [("sources/a.txt", b"a\nb\nPeers\r\nd\re")]))

# --- tables and databases of other programs -----------------------------------------------------------------------------
put("codebook.csv", "code,parent,kind,label,definition\nA,,practice,Peers,They meet\nA.1,A,barrier,\"Police, mostly\",\n")
put("codebook-circle.csv", "name,parent,description\nA,B,x\nB,A,y\nC,A,z\n")
put("taguette-codebook.csv", "tag,parent,description,number of highlights\npeers,,They meet,3\npeers.harbour,peers,,1\n")
put("no-known-columns.csv", "when,where\n1,2\n")
listing = "Codebook for Caf\u00e9\r\n========\r\nCategory: A, catid:1, Owner: b\r\nMemo: \"She\r\n--Code: B, cid:1, Frq: 2, Owner: b\r\n--Memo: "
put("qualcoder-codebook.txt", listing)
put("qualcoder-codebook-of-windows.txt", listing.replace("\r\n", "\r\r\n").encode("cp1252"))
put("qualcoder-codebook-of-nothing.txt", "Codebook for x\r\n========")


def database(name, statements):
    path = into / name
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        for statement, *values in statements:
            connection.execute(statement, values)
    connection.close()


HTML = "<h1>Harbour</h1>\n<p>Peers <b>meet</b> at the caf\u00e9.</p>\n<p>The police take condoms.</p>"
PLAIN = "Harbour\nPeers meet at the caf\u00e9.\nThe police take condoms."
start = len(PLAIN[: PLAIN.index("The police")].encode())
database("taguette.sqlite3", [
    ("CREATE TABLE projects(id INTEGER PRIMARY KEY, name, description, created)",),
    ("CREATE TABLE documents(id INTEGER PRIMARY KEY, name, description, filename, created, project_id, text_direction, contents)",),
    ("CREATE TABLE tags(id INTEGER PRIMARY KEY, project_id, path, description)",),
    ("CREATE TABLE highlights(id INTEGER PRIMARY KEY, document_id, start_offset, end_offset, snippet)",),
    ("CREATE TABLE highlight_tags(highlight_id, tag_id)",),
    ("INSERT INTO projects VALUES(1, 'Harbour', 'Invented', '2026-01-01')",),
    ("INSERT INTO documents VALUES(1, 'Talk', 'By the sea', 't.html', '2026-01-01', 1, 0, ?)", HTML),
    ("INSERT INTO tags VALUES(1, 1, 'peers', 'They meet'), (2, 1, 'police', '')",),
    ("INSERT INTO highlights VALUES(1, 1, 8, 18, 'Peers <b>meet</b>')",),
    ("INSERT INTO highlights VALUES(2, 1, ?, ?, 'The police')", start, start + 10),
    ("INSERT INTO highlights VALUES(3, 1, 0, 3, 'take condoms')",),
    ("INSERT INTO highlights VALUES(4, 1, 900, 910, 'not there')",),
    ("INSERT INTO highlight_tags VALUES(1, 1), (2, 2), (2, 1), (3, 2), (4, 2)",),
])
database("data.qda", [
    ("CREATE TABLE project(databaseversion, date, memo, about)",),
    ("CREATE TABLE source(id INTEGER PRIMARY KEY, name, fulltext, mediapath, memo, owner, date)",),
    ("CREATE TABLE code_cat(catid INTEGER PRIMARY KEY, name, owner, date, memo, supercatid)",),
    ("CREATE TABLE code_name(cid INTEGER PRIMARY KEY, name, memo, catid, owner, date, color)",),
    ("CREATE TABLE code_text(cid, fid, seltext, pos0, pos1, owner, date, memo)",),
    ("CREATE TABLE annotation(anid INTEGER PRIMARY KEY, fid, pos0, pos1, memo, owner, date)",),
    ("CREATE TABLE cases(caseid INTEGER PRIMARY KEY, name, memo, owner, date)",),
    ("CREATE TABLE case_text(caseid, fid, pos0, pos1, owner, date, memo)",),
    ("CREATE TABLE code_image(imid INTEGER PRIMARY KEY, id, x1, y1, width, height, cid, memo, date, owner)",),
    ("INSERT INTO project VALUES('v5', '2026-01-01 10:00:00', 'Invented', '')",),
    ("INSERT INTO source VALUES(1, 'Talk', ?, NULL, 'By the sea', 'Anna', '2026-01-01 10:00:00')", SEA),
    ("INSERT INTO source VALUES(2, 'map.png', NULL, '/images/map.png', '', 'Anna', '2026-01-01 10:00:00')",),
    ("INSERT INTO code_cat VALUES(1, 'Practices', 'Anna', '', '', NULL)",),
    ("INSERT INTO code_name VALUES(1, 'Peers', 'They meet', 1, 'Anna', '', '#1B6CA8'), (2, 'Police', '', NULL, 'Ben', '', '#abc')",),
    ("INSERT INTO code_text VALUES(1, 1, 'Peers', 0, 5, 'Anna', '2026-01-02 10:00:00', 'first')",),
    ("INSERT INTO code_text VALUES(2, 1, 'take condoms', 1, 4, 'Ben', '2026-01-02 10:00:00', '')",),
    ("INSERT INTO code_text VALUES(2, 1, 'nowhere', 1, 4, 'Ben', '2026-01-02 10:00:00', '')",),
    ("INSERT INTO annotation VALUES(1, 1, 0, 5, 'Who?', 'Ben', '')",),
    ("INSERT INTO cases VALUES(1, 'Lamp', '', 'Anna', '')",),
    ("INSERT INTO case_text VALUES(1, 1, 0, 90, 'Anna', '', '')",),
    ("CREATE TABLE attribute(attrid INTEGER PRIMARY KEY, name, attr_type, value, id, date, owner)",),
    ("INSERT INTO attribute VALUES(1, 'Country', 'case', 'Kenya', 1, '', 'Anna'), (2, 'Town', 'case', 'Harbour', 1, '', 'Anna')",),
    ("INSERT INTO attribute VALUES(3, 'language', 'file', 'en', 1, '', 'Anna'), (4, 'Room', 'file', '', 1, '', 'Anna'), (5, 'Date', 'file', '2025-11', 1, '', 'Anna')",),
    ("INSERT INTO attribute VALUES(6, 'Mood', 'journal', 'calm', 1, '', 'Anna'), (7, 'Size', 'file', '3', 2, '', 'Anna'), (8, 'Size', 'case', '3', 99, '', 'Anna')",),
    ("INSERT INTO code_image VALUES(1, 2, 0, 0, 5, 5, 1, '', '', 'Anna')",),
])
