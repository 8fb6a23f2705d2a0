#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
"""look.py WORDS PLACE...: how often WORDS stand in each place, whatever lies around them.

A place is NAME=PATH, of a file or a folder.  Every byte of every file is looked at, as UTF-8 and UTF-16, as letters
alone (so that markup and line ends between them do not hide them), in whatever is packed: members of zips within zips,
streams of PDF, gzip.  Prints a table; the exit code is 1 if there was a hit, 2 if a place is not there.
"""
import gzip
import io
import re
import sys
import zipfile
import zlib
from pathlib import Path


def letters(data: bytes) -> bytes:
    """Small ASCII letters and digits only; tags are no letters."""
    data = re.sub(rb"<[^<>]{0,2000}>", b"", data)
    return re.sub(rb"[^a-z0-9]", b"", data.lower())


def unpacked(data: bytes, depth: int = 0):
    """The bytes themselves, then all that is packed in them."""
    yield data
    if depth > 4:
        return
    if b"PK\x03\x04" in data[:4] or data[:4] == b"PK\x05\x06":
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                for name in packed.namelist():
                    yield name.encode()
                    yield from unpacked(packed.read(name), depth + 1)
        except zipfile.BadZipFile:
            pass
    if data[:2] == b"\x1f\x8b":
        try:
            yield from unpacked(gzip.decompress(data), depth + 1)
        except (OSError, EOFError, zlib.error):
            pass
    if data[:5] == b"%PDF-":
        for found in re.finditer(rb"stream\r?\n", data):
            try:
                stream = zlib.decompressobj().decompress(data[found.end():])
            except zlib.error:
                continue
            yield stream
            # Text that is shown letter by letter: (W)3(e) -> We
            yield b"".join(re.findall(rb"\(((?:[^()\\]|\\.)*)\)", stream))


def hits(data: bytes, words: str) -> int:
    wanted = [words.encode(), words.encode("utf-16-le"), words.encode("utf-16-be")]
    bare = letters(words.encode())
    count = 0
    for piece in unpacked(data):
        count += sum(piece.count(one) for one in wanted)
        if not any(one in piece for one in wanted):
            count += letters(piece).count(bare)
    return count


def every_file(place: Path):
    """The file, or the files of the folder, listed again until a listing shows nothing new: some may come and go."""
    if place.is_file():
        yield place
        return
    seen = set()
    while True:
        new = [one for one in sorted(place.rglob("*")) if one not in seen and one.is_file() and not one.is_symlink()]
        if not new:
            return
        seen.update(new)
        yield from new


def main() -> int:
    words = sys.argv[1]
    print(f"{'place':<34}{'files':>8}{'bytes':>14}{'hits':>8}")
    code = 0
    for argument in sys.argv[2:]:
        name, _, path = argument.partition("=")
        place = Path(path)
        if not (place.is_dir() or place.is_file()):
            print(f"{name:<34}{'is not there':>30}")
            code = max(code, 2)
            continue
        files = found = size = 0
        for one in every_file(place):
            try:
                data = one.read_bytes()
            except FileNotFoundError:
                continue  # a server that runs renames and removes; its new name is met by the next listing
            files += 1
            size += len(data)
            found += hits(data, words) + hits(str(one.relative_to(place.parent)).encode(), words)
        if not files:
            print(f"{name:<34}{'is empty':>30}")
            code = max(code, 2)
            continue
        print(f"{name:<34}{files:>8}{size:>14}{found:>8}")
        if found:
            code = max(code, 1)
    return code


if __name__ == "__main__":
    sys.exit(main())
