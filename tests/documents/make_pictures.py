#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# make_pictures.py FOLDER: the photograph of a page in tests/cases/documents as a camera would store it that was held in each
# of the eight ways that EXIF knows, as JPEG, PNG and TIFF, each with a place, a camera, a time and a description in it.
# Every such word begins with "SECRET"; the place is in the bytes of PLACE.
import ctypes
import pathlib
import struct
import sys
import zlib

into = pathlib.Path(sys.argv[1])
into.mkdir(parents=True, exist_ok=True)
page = pathlib.Path(__file__).resolve().parent.parent / "cases/documents/page-photographed.jpg"
PLACE = struct.pack("<6I", 12, 1, 34, 1, 56789, 1000)

leptonica = ctypes.CDLL("liblept.so.5")
leptonica.pixRead.restype = leptonica.pixReadMem.restype = ctypes.c_void_p
leptonica.pixRead.argtypes = [ctypes.c_char_p]
leptonica.pixReadMem.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
leptonica.pixWriteMemPnm.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p]
leptonica.pixWriteJpeg.argtypes = [ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int]


def points_of(path):
    data, size = ctypes.c_void_p(), ctypes.c_size_t()
    assert leptonica.pixWriteMemPnm(ctypes.addressof(data), ctypes.addressof(size), leptonica.pixRead(str(path).encode())) == 0
    head, points = ctypes.string_at(data, size.value).split(b"255\n", 1)
    width, height = map(int, head.split()[-2:])
    return width, height, points


width, height, points = points_of(page)
rows = [points[y * width:(y + 1) * width] for y in range(height)]
columns = [points[x::width] for x in range(width)]


def stored(orientation):
    """Lines as EXIF describes them: on which side of the seen picture line 0 lies, and where each line begins."""
    lines = rows if orientation < 5 else columns
    if orientation in (3, 4, 6, 7):
        lines = lines[::-1]  # line 0 is at the bottom, or at the right
    if orientation in (2, 3, 7, 8):
        lines = [line[::-1] for line in lines]  # lines begin at the right, or at the bottom
    return lines


def directory(orientation, picture, begin, following):
    """A TIFF directory at `begin` with all that a camera says, and what it points to; perhaps a picture's lines too."""
    entries, late = [], b""
    count = 6 + (9 if picture else 0)
    at = begin + 2 + 12 * count + 4

    def text(tag, words):
        nonlocal late
        words = words.encode() + b"\0"
        entries.append(struct.pack("<HHII", tag, 2, len(words), at + len(late)))
        late += words

    def number(tag, value, kind=4):
        entries.append(struct.pack("<HHII", tag, kind, 1, value))

    if picture:
        number(256, len(picture[0]))
        number(257, len(picture))
        number(258, 8, 3)
        number(259, 1, 3)
        number(262, 1, 3)
    text(270, "SECRET description")
    text(271, "SECRET camera")
    if picture:
        strip = len(entries)
        number(273, 0)
    number(274, orientation, 3)
    if picture:
        number(277, 1, 3)
        number(278, len(picture))
        number(279, len(picture) * len(picture[0]))
    text(305, "SECRET program")
    text(306, "SECRET 2026:03:01 1")
    place = at + len(late)
    entries.append(struct.pack("<HHII", 34853, 4, 1, place))
    late += struct.pack("<HHHI4sHHIII", 2, 1, 2, 2, b"N\0\0\0", 2, 5, 3, place + 30, 0) + PLACE
    if picture:
        entries[strip] = struct.pack("<HHII", 273, 4, 1, at + len(late))
        late += b"".join(picture)
    return struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", following) + late


def tiff(orientation, picture=None, pages=1):
    out = b"II*\0\x08\0\0\0"
    for page in range(pages):
        end = len(out) + len(directory(orientation, picture, len(out), 0))
        out += directory(orientation, picture, len(out), end if page + 1 < pages else 0)
    return out


def chunk(name, inner):
    return struct.pack(">I", len(inner)) + name + inner + struct.pack(">I", zlib.crc32(name + inner))


def part(kind, inner):
    return struct.pack(">BBH", 0xFF, kind, len(inner) + 2) + inner


for orientation in range(1, 9):
    lines = stored(orientation)
    name = into / f"held-{orientation}"
    name.with_suffix(".tif").write_bytes(tiff(orientation, lines))
    name.with_suffix(".png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", len(lines[0]), len(lines), 8, 0, 0, 0, 0))
        + chunk(b"eXIf", tiff(orientation)) + chunk(b"tEXt", b"Author\0SECRET author") + chunk(b"iCCP", b"SECRET\0\0" + zlib.compress(b"profile"))
        + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + line for line in lines), 1)) + chunk(b"IEND", b"") + b"SECRET after the end")
    pnm = b"P5\n%d %d\n255\n" % (len(lines[0]), len(lines)) + b"".join(lines)
    assert leptonica.pixWriteJpeg(str(name.with_suffix(".jpg")).encode(), leptonica.pixReadMem(pnm, len(pnm)), 90, 0) == 0
    plain = name.with_suffix(".jpg").read_bytes()
    name.with_suffix(".jpg").write_bytes(
        plain[:2] + part(0xE1, b"Exif\0\0" + tiff(orientation)) + part(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET</x:xmpmeta>")
        + part(0xED, b"Photoshop 3.0\0SECRET") + part(0xFE, b"SECRET comment") + plain[2:] + b"SECRET after the end")
(into / "two-pages.tif").write_bytes(tiff(6, stored(6), 2))
print(len(list(into.iterdir())), "files")
