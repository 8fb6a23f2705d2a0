#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# make_corpus.py FOLDER: writes hostile and broken documents, always the same.  Names say what they are; those that begin
# with "harmless-" are read, without what is hostile in them; all others must be refused.
import io
import pathlib
import random
import struct
import sys
import zipfile
import zlib

into = pathlib.Path(sys.argv[1])
into.mkdir(parents=True, exist_ok=True)
cases = pathlib.Path(__file__).resolve().parent.parent / "cases/documents"
random.seed(2026)


def put(name, data):
    (into / name).write_bytes(data if isinstance(data, bytes) else data.encode())


TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'


def body(text):
    return f'<?xml version="1.0"?><w:document {W}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'


def pack(entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name) if isinstance(name, str) else name, data, method)
    return out.getvalue()


def docx(*more, document=body("words"), types=TYPES):
    return pack([("[Content_Types].xml", types), ("word/document.xml", document), *more])


def odt(*more, content="<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>"):
    return pack([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), *more])


ODT_WORDS = (
    "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text><text:p>words</text:p>"
    "</office:text></office:body></office:document-content>")


def epub(*more):
    return pack([("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<container/>"), *more])


# --- truncated and flipped, of every format ---------------------------------------------------------------------------
good = {"docx": "house.docx", "odt": "house.odt", "epub": "house.epub", "pdf": "running-heads-two-columns.pdf"}
for ending, name in good.items():
    data = (cases / name).read_bytes()
    for share in (5, 30, 60, 90, 99):
        if ending == "pdf" and share > 30:
            continue  # a PDF reader mends the rest
        put(f"truncated-{share}.{ending}", data[: len(data) * share // 100])
for ending in ("docx", "odt", "epub"):
    data = bytearray((cases / good[ending]).read_bytes())
    for i in range(12):
        other = bytearray(data)
        # In the list of entries, where nothing may be wrong.
        at = random.randrange(data.rindex(b"PK\x05\x06"), len(data) - 2)
        other[at] ^= 0x41
        put(f"flipped-{i}.{ending}", bytes(other))
for name in ("page-photographed.jpg", "upside-down.png"):
    data = (cases / name).read_bytes()
    ending = name.rsplit(".", 1)[1]
    put(f"truncated-header.{ending}", data[:20])
    put(f"zeroed.{ending}", data[:30] + bytes(len(data) - 30))

# --- empty, wrong, not text -------------------------------------------------------------------------------------------
for ending in ("docx", "odt", "epub", "pdf", "rtf", "html", "png", "jpg", "tif"):
    put(f"empty.{ending}", b"")
    put(f"wrong-bytes.{ending}", b"MZ\x90\x00" + bytes(range(256)))
    put(f"nul-bytes.{ending}", bytes(1000))
for ending in ("docx", "odt", "epub"):
    put(f"is-a-pdf.{ending}", (cases / good["pdf"]).read_bytes())
put("is-a-docx.pdf", (cases / "house.docx").read_bytes())
put("is-an-odt.docx", (cases / "house.odt").read_bytes())
put("is-an-epub.odt", (cases / "house.epub").read_bytes())
put("is-a-docx.epub", (cases / "house.docx").read_bytes())
put("plain-zip.docx", pack([("readme.txt", "hello")]))
put("plain-zip.odt", pack([("readme.txt", "hello")]))
put("no-text.docx", docx(document=body("")))
put("no-text.html", "<html><body></body></html>")
put("no-text.rtf", "{\\rtf1 }")
put("spaces.html", "<p>" + " " * 20_000_000)
put("spaces-200-mb.html", b"<p>" + b" " * 200_000_000)
put("too-large.html", b"<p>" + b" " * 26_000_000)
put("too-large.pdf", b"%PDF-1.4\n" + b" " * 26_000_000)
put("harmless-utf16.html", "<p>words</p>".encode("utf-16"))
put("latin1.html", "<p>caf\u00e9</p>".encode("latin-1"))
put("utf16-cut-off.html", "<p>words</p>".encode("utf-16")[:-1])
put("utf16-undeclared.html", "<p>words</p>".encode("utf-16-le"))
put("charset-that-it-is-not-in.html", '<meta charset="utf-8"><p>caf\u00e9</p>'.encode("latin-1"))
put("charset-of-another.html", '<meta charset="windows-1251"><p>\u0432\u043e\u0434\u0430</p>'.encode())
put("charset-unknown.html", b'<meta charset="utf-7"><p>+AGE-</p>')
put("lone-surrogate.html", b"<p>\xed\xa0\x80</p>")
put("overlong.html", b"<p>\xc0\xaf</p>")
put("nul.html", b"<p>a\x00b</p>")
put("no-tags.html", "words alone")

# --- containers -------------------------------------------------------------------------------------------------------
put("bomb-ratio.docx", docx(("word/media/a.bin", b"\0" * 60_000_000)))
put("spaces-200-mb.docx", docx(document=body(" " * 200_000_000)))
put("bomb-many.docx", docx(*[(f"word/{i}.bin", b"\0" * 9_000_000) for i in range(12)]))
put("bomb-42-kind.docx", docx(("word/inner.zip", pack([("a", b"\0" * 40_000_000)]))))
put("nested-zip.docx", docx(("word/inner.docx", pack([("a", "b")]))))
put("nested-gzip.odt", odt(("a.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03")))
put("nested-7z.epub", epub(("a.7z", b"7z\xbc\xaf\x27\x1c\0\0")))
put("nested-rar.docx", docx(("a.rar", b"Rar!\x1a\x07\0")))
put("many-entries.docx", docx(*[(f"word/{i}.txt", "x") for i in range(2100)]))
for i, name in enumerate(("../evil.txt", "/etc/evil", "word/../../evil", "..", "C:/evil", "word\\evil.xml", "word/..", "\\\\host\\share")):
    for ending, made in (("docx", docx), ("epub", epub)):
        data = bytearray(made(("AAAAAAAAAAAAAAAAAAAAAAAA"[: len(name)], "x")))
        data = bytes(data).replace(b"AAAAAAAAAAAAAAAAAAAAAAAA"[: len(name)], name.encode())
        put(f"slip-{i}.{ending}", data)
link = zipfile.ZipInfo("word/link")
link.create_system = 3
link.external_attr = (0o120777 << 16)
put("symlink.docx", pack([("[Content_Types].xml", TYPES), ("word/document.xml", body("x")), (link, "/etc/passwd")]))
double = io.BytesIO()
with zipfile.ZipFile(double, "w") as archive:
    archive.writestr("[Content_Types].xml", TYPES)
    archive.writestr("word/document.xml", body("one"))
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", body("two"))
put("two-of-a-name.docx", double.getvalue())


def patch(data, mark, offset, value, length):
    at = data.rindex(mark) + offset
    return data[:at] + value.to_bytes(length, "little") + data[at + length:]


plain = docx()
put("lying-size-small.docx", patch(plain, b"PK\x01\x02", 24, 5, 4))
put("lying-size-large.docx", patch(plain, b"PK\x01\x02", 24, 50_000_000, 4))
put("lying-packed.docx", patch(plain, b"PK\x01\x02", 20, 3, 4))
put("lying-offset.docx", patch(plain, b"PK\x01\x02", 42, 3, 4))
put("overlapping.docx", patch(plain, b"PK\x01\x02", 42, 0, 4))


def quoted(parts):
    """Each part stored with the next one's header and bytes inside it, so that all share the last one's bytes."""
    inside, listed = b"", []
    for name, data in reversed(parts):
        inside = data if data else inside
        head = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x21, zlib.crc32(inside), len(inside), len(inside), len(name), 0)
        inside = b"PK\x03\x04" + head + name.encode() + inside
        listed.insert(0, (name, head, len(inside)))
    directory = b"".join(b"PK\x01\x02\x14\0" + head + bytes(10) + struct.pack("<I", len(inside) - length) + name.encode()
                         for name, head, length in listed)
    return inside + directory + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(listed), len(listed), len(directory), len(inside), 0)


put("overlapping-quoted.docx", quoted([("[Content_Types].xml", b""), ("word/a.xml", b""), ("word/document.xml", body("words").encode())]))
put("lying-method.docx", patch(plain, b"PK\x01\x02", 10, 0, 2))
put("strange-method.docx", patch(plain, b"PK\x01\x02", 10, 93, 2))
put("encrypted-flag.docx", patch(plain, b"PK\x01\x02", 8, 1, 2))
put("lying-count-more.docx", patch(plain, b"PK\x05\x06", 10, 9, 2))
put("lying-count-less.docx", patch(plain, b"PK\x05\x06", 10, 1, 2))
put("lying-directory.docx", patch(plain, b"PK\x05\x06", 16, 7, 4))
put("zip64-mark.docx", patch(plain, b"PK\x05\x06", 16, 0xFFFFFFFF, 4))
put("several-parts.docx", patch(plain, b"PK\x05\x06", 4, 1, 2))
put("comment-hides-end.docx", plain + b"PK\x05\x06" + bytes(10))
local = plain.index(b"word/document.xml")
put("local-name-differs.docx", plain[:local] + b"word/documenX.xml" + plain[local + 17:])

# --- XML --------------------------------------------------------------------------------------------------------------
lol = '<!DOCTYPE l [<!ENTITY a "lol">' + "".join(f'<!ENTITY {c} "{("&" + b + ";") * 10}">' for b, c in zip("abcdefgh", "bcdefghi")) + "]>"
entity = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + f"<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
put("billion-laughs.docx", docx(document='<?xml version="1.0"?>' + lol + f"<w:document {W}>&i;</w:document>"))
put("quadratic.docx", docx(document='<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "' + "x" * 50_000 + '">]><d>' + "&a;" * 2000 + "</d>"))
put("external-entity.docx", docx(document=entity))
put("parameter-entity.docx", docx(document='<!DOCTYPE d [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]><d/>'))
put("outside-dtd.docx", docx(document='<!DOCTYPE d SYSTEM "http://127.0.0.1/x.dtd"><d/>'))
put("doctype-only.docx", docx(document=f"<!DOCTYPE d><w:document {W}/>"))
put("deep.docx", docx(document="<a>" * 5000 + "</a>" * 5000))
put("utf7.docx", docx(document='<?xml version="1.0" encoding="UTF-7"?>+ADw-d/+AD4-'))
put("utf16-entity.docx", docx(document=('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY x "y">]><d>&x;</d>').encode("utf-16")))
put("ebcdic.docx", docx(document=b'\x4c\x6f\xa7\x94\x93'))
put("broken-xml.docx", docx(document="<w:document><w:body>"))
put("broken-rels.docx", docx(("word/_rels/document.xml.rels", "<Relationships>")))
put("billion-laughs.odt", odt(content='<?xml version="1.0"?>' + lol + "<d>&i;</d>"))
put("external-entity.odt", odt(content='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'))
put("deep.odt", odt(content="<a>" * 5000 + "</a>" * 5000))
put("entity.epub", epub(("a.xhtml", '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html>&x;</html>')))
put("deep.epub", epub(("a.xhtml", "<a>" * 5000 + "</a>" * 5000)))

# --- what no case study needs -----------------------------------------------------------------------------------------
put("macros.docx", docx(("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")))
put("harmless-embedded-object.docx", docx(("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0")))
put("control.docx", docx(("word/activeX/activeX1.xml", "<x/>")))


def rel(kind, target):
    return RELS % f'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/>'


put("harmless-outside-template.docx", docx(("word/_rels/settings.xml.rels", rel("attachedTemplate", "http://127.0.0.1/t.dotm"))))
put("harmless-outside-picture.docx", docx(("word/_rels/document.xml.rels", rel("image", "file:///etc/passwd"))))
put("outside-object.docx", docx(("word/_rels/document.xml.rels", rel("oleObject", "\\\\127.0.0.1\\x"))))
put("outside-frame.docx", docx(("word/_rels/webSettings.xml.rels", rel("frame", "http://127.0.0.1/"))))
put("macros.odt", odt(("Basic/Standard/Module1.xml", "<x/>")))
put("scripts.odt", odt(("Scripts/python/a.py", "import os")))
put("harmless-embedded-object.odt", odt(("Object 1/content.xml", "<x/>"), content=ODT_WORDS))
put("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(400))
put("word-97.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(400))
put("other-document-inside.docx", docx(document=f'<w:document {W}><w:body><w:altChunk/></w:body></w:document>'))
put("styles-in-a-ring.docx", docx(("word/styles.xml", f'<w:styles {W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'), document=body("")))
put("encrypted.odt", odt(("META-INF/manifest.xml", '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>')))
put("locked.epub", epub(("META-INF/encryption.xml", "<encryption/>")))
put("rights.epub", epub(("META-INF/rights.xml", "<rights/>")))
put("harmless-embedded-object.rtf", "{\\rtf1 {\\object\\objemb{\\*\\objdata 01050000}}x}")
put("control.rtf", "{\\rtf1 {\\object\\objocx{\\*\\objdata 01050000}{\\result x}}x}")
put("dde.rtf", "{\\rtf1 {\\field{\\*\\fldinst \\ddeauto cmd}}x}")
put("deep.rtf", "{\\rtf1 " + "{" * 5000 + "x" + "}" * 5000 + "}")
put("unclosed.rtf", "{\\rtf1 {{{ x")
put("bin-past-the-end.rtf", "{\\rtf1 x\\bin999999999 }")
put("control-word-of-1-mb.rtf", "{\\rtf1 \\" + "a" * 1_000_000 + " x")
put("deep-750.html", "<div>" * 1_500 + "x")
put("harmless-rules.html", "<style>" + "a b c d e f g{display:none}" * 200_000 + "</style>" + "<a><b>" * 300 + "x")
put("deep.html", "<div>" * 100_000 + "x")
put("entities.html", '<!DOCTYPE html [<!ENTITY a "aaaa">]><p>&a;</p>')


# --- PDF --------------------------------------------------------------------------------------------------------------
def pdf(objects, trailer="", head=b"%PDF-1.7\n"):
    out, places = head, []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + (data if isinstance(data, bytes) else data.encode()) + b"\nendobj\n"
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{at}\n%%EOF\n".encode()


def stream(data, extra=""):
    return f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream"


page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s >>"
put("no-pages.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]))
put("501-pages.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [%s] /Count 501 >>" % " ".join(f"{i} 0 R" for i in range(3, 504))] + [page % ""] * 501))
put("million-pages.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", page % ""]))
put("self-kids.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]))
deep = ["<< /Type /Catalog /Pages 2 0 R >>"] + [f"<< /Type /Pages /Kids [{i + 1} 0 R] /Count 1 >>" for i in range(2, 4000)]
put("deep-tree.pdf", pdf(deep + ["<< /Type /Pages /Kids [] /Count 0 >>"]))
put("self-reference.pdf", pdf(["1 0 R"]))
put("no-root.pdf", pdf(["<< >>"], head=b"%PDF-1.4\n").replace(b"/Root 1 0 R", b"/Root 99 0 R"))
put("huge-page.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", (page % "").replace("595 842", "200000 200000")]))
put("negative-page.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", (page % "").replace("595 842", "-1 -1")]))
put("flate-bomb.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page % "/Contents 4 0 R",
                           stream(zlib.compress(zlib.compress(b"\0" * 300_000_000, 9), 9), "/Filter [/FlateDecode /FlateDecode]")]))
put("spaces-200-mb.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page % "/Contents 4 0 R",
                               stream(zlib.compress(b" " * 200_000_000, 9), "/Filter /FlateDecode")]))
put("bad-jbig2.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page % "/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>",
                          stream(b"600 0 0 800 0 0 cm /I Do"), stream(bytes(random.randrange(256) for _ in range(3000)), "/Type /XObject /Subtype /Image /Width 9000 /Height 9000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode")]))
put("bad-jpx.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page % "/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>",
                        stream(b"600 0 0 800 0 0 cm /I Do"), stream(bytes(random.randrange(256) for _ in range(3000)), "/Type /XObject /Subtype /Image /Width 9000 /Height 9000 /Filter /JPXDecode")]))
locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a)(a)]" % ("o" * 32, "u" * 32)
put("password.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page % ""], locked))
put("blank-page.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page % ""]))
put("only-head.pdf", b"%PDF-1.7\n%%EOF\n")


# --- pictures ---------------------------------------------------------------------------------------------------------
def png(width, height, data=b"", bits=8, kind=0):
    def chunk(name, inner):
        return struct.pack(">I", len(inner)) + name + inner + struct.pack(">I", zlib.crc32(name + inner))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b"")


put("bomb-50000.png", png(50_000, 50_000, bytes(1_000_000)))
put("bomb-2-31.png", png(2**31 - 1, 2**31 - 1))
put("zero-size.png", png(0, 0))
put("short-data.png", png(5000, 5000, bytes(10)))
put("blank.png", png(400, 400, b"".join(b"\0" + b"\xff" * 400 for _ in range(400))))
put("bomb.jpg", b"\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00\xff\xd9")
put("bomb.tif", b"II*\0\x08\0\0\0\x03\0" + struct.pack("<HHII", 256, 4, 1, 200_000) + struct.pack("<HHII", 257, 4, 1, 200_000) + struct.pack("<HHII", 273, 4, 1, 8) + bytes(4))
put("self-ifd.tif", b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 256, 4, 1, 10) + struct.pack("<I", 8))

# --- read without what is hostile -------------------------------------------------------------------------------------
put("harmless-local-file.html", '<p>Words stay.</p><img src="file:///etc/passwd"><iframe src="file:///etc/passwd"></iframe>')
put("harmless-remote-picture.html", '<p>Words stay.</p><img src="http://127.0.0.1/beacon.png"><link rel="stylesheet" href="http://127.0.0.1/x.css">')
put("harmless-script.html", "<p>Words stay.</p><script>fetch('http://127.0.0.1')</script>")
put("harmless-turned-round.html", "<p>Words stay. \u202egpj.exe\u202c \u2066x\u2069</p>")
put("harmless-script.pdf", (cases / good["pdf"]).read_bytes().replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>", 1))
print(len(list(into.iterdir())), "files")
