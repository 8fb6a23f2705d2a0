# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Makes REFI-QDA projects by hand: what make_cases.py and make_hostile.py share.  Everything in them is invented.
import io
import zipfile

NS = 'xmlns="urn:QDA-XML:project:1.0"'


def guid(number):
    return f"00000000-0000-4000-8000-{number:012x}"


ANNA, BEN = guid(0xA), guid(0xB)
PEER, POLICE, FOLDER = guid(0x10), guid(0x11), guid(0x12)
SOURCE, CASE, NOTE, VARIABLE = guid(0x100), guid(0x200), guid(0x300), guid(0x400)

USERS = f'<Users><User guid="{ANNA}" name="Anna"/><User guid="{BEN}" name="Ben"/></Users>'
CODES = (f'<CodeBook><Codes><Code guid="{PEER}" name="Peer outreach" isCodable="true" color="#1b6ca8">'
         f'<Description>Sex workers reach sex workers.</Description></Code>'
         f'<Code guid="{POLICE}" name="Police" isCodable="true"/></Codes></CodeBook>')
TEXT = "Peers meet at the harbour. The police take condoms away."


def project(inner, attributes='name="An invented project" origin="By hand"', namespace=NS, head='<?xml version="1.0" encoding="utf-8"?>'):
    return f'{head}<Project {namespace} {attributes}>{inner}</Project>'


def coding(number, code=PEER, user=ANNA, inner="", at="2026-03-01T10:00:00Z"):
    by = f' creatingUser="{user}"' if user else ""
    when = f' creationDateTime="{at}"' if at else ""
    return f'<Coding guid="{guid(number)}"{by}{when}><CodeRef targetGUID="{code}"/>{inner}</Coding>'


def selection(number, start, end, inner, name="", user=ANNA, more=""):
    by = f' creatingUser="{user}"' if user else ""
    called = f' name="{name}"' if name else ""
    return (f'<PlainTextSelection guid="{guid(number)}" startPosition="{start}" endPosition="{end}"{called}{by}{more}>'
            f'{inner}</PlainTextSelection>')


def source(inner, name="Harbour", path="internal://a.txt", number=SOURCE, more=""):
    where = f' plainTextPath="{path}"' if path else ""
    return f'<TextSource guid="{number}" name="{name}"{where}{more}>{inner}</TextSource>'


def of_text(text, words):
    """Where words stand in a text: code points."""
    start = text.index(words)
    return start, start + len(words)


def qdpx(description, files=(("sources/a.txt", TEXT),), name="project.qde", method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for entry, data in [(name, description), *files]:
            if name is None and entry is None:
                continue
            archive.writestr(zipfile.ZipInfo(entry), data, method)
    return out.getvalue()


def usual(passages=None, sources=None, before="", after="", users=USERS, codes=CODES, **rest):
    if sources is None:
        if passages is None:
            passages = selection(0x500, 0, 25, coding(0x600)) + selection(0x501, 27, 56, coding(0x601, POLICE, BEN), user=BEN)
        sources = source(passages)
    return project(f'{users}{codes}{before}<Sources>{sources}</Sources>{after}', **rest)
