#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# find_secrets CHECK_PDF FOLDER WORD...: fails when one of the words is in a file of the folder, containers and streams
# unpacked, as UTF-8 or UTF-16, in any case.
import io
import os
import subprocess
import sys
import zipfile

check_pdf, folder, words = sys.argv[1], sys.argv[2], sys.argv[3:]
bad = 0


def look(name, data):
    global bad
    if data[:2] == b"PK":
        for info in zipfile.ZipFile(io.BytesIO(data)).infolist():
            look(f"{name}:{info.filename}", info.filename.encode() + zipfile.ZipFile(io.BytesIO(data)).read(info))
    lower = data.lower()
    for word in words:
        for form in (word.lower().encode(), word.lower().encode("utf-16-le"), word.lower().encode("utf-16-be")):
            if form in lower:
                print(f"{name}: {word}")
                bad = 1


seen = 0
for at, _, files in os.walk(folder):
    for file in files:
        path = os.path.join(at, file)
        with open(path, "rb") as opened:
            look(path, opened.read())
        if file.endswith(".pdf"):
            look(path, subprocess.run([check_pdf, "--unpack", path], capture_output=True, check=True).stdout)
        seen += 1
print(f"find_secrets: {seen} files, {len(words)} words")
sys.exit(bad or seen < 2)
