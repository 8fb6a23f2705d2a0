#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# check_epub FILE LANGUAGE: container, parts, links, headers; epubcheck says the rest where it is installed.
import os
import posixpath
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

path, language = sys.argv[1:]
bad = []
parts = zipfile.ZipFile(path)
infos = parts.infolist()
if infos[0].filename != "mimetype" or infos[0].compress_type != zipfile.ZIP_STORED or infos[0].extra:
    bad.append("the first file is not a plain mimetype")
pages, ids = {}, {}
for info in infos:
    if info.date_time != (1980, 1, 1, 0, 0, 0):
        bad.append(f"{info.filename} has a time")
    if info.filename.endswith((".xhtml", ".opf", ".ncx", ".xml")):
        tree = ET.fromstring(parts.read(info))
        if info.filename.endswith(".xhtml"):
            pages[info.filename] = tree
            found = [node.get("id") for node in tree.iter() if node.get("id")]
            ids[info.filename] = set(found)
            if len(found) != len(set(found)):
                bad.append(f"{info.filename} has an id twice")
H = "{http://www.w3.org/1999/xhtml}"
for name, tree in pages.items():
    if tree.get("{http://www.w3.org/XML/1998/namespace}lang") != language:
        bad.append(f"{name} does not say its language")
    head = tree.find(f"{H}head/{H}title")
    if head is None or not (head.text or "").strip() or head.text.endswith(".xhtml"):
        bad.append(f"{name} has no title")
    for header in tree.iter(H + "th"):
        if header.get("scope") not in ("col", "row"):
            bad.append(f"{name}: a header without a scope")
    for link in tree.iter(H + "a"):
        href = link.get("href")
        if not href or re.match(r"[a-z]+:", href):
            continue
        target, _, place = href.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), target)) if target else name
        if target not in pages or place and place not in ids[target]:
            bad.append(f"{name}: a link to {href}, which is not there")
style = "".join(parts.read(info).decode() for info in infos if info.filename.endswith(".css"))
if ".s5 {" not in style or "text-align: justify" in style:
    bad.append("its style is not ours")
if not any("s5" in (cell.get("class") or "") for tree in pages.values() for cell in tree.iter(H + "td")):
    bad.append("its matrices have no shades")
for line in sorted(set(bad))[:20]:
    print(f"{path}: {line}")
print(f"{path}: {len(pages)} pages")
CHECKER = "/usr/share/java/epubcheck.jar"  # Debian's
if os.path.exists(CHECKER) and shutil.which("java"):
    done = subprocess.run(["java", "-jar", CHECKER, "--quiet", path], capture_output=True, text=True)
    if done.returncode:
        print((done.stdout + done.stderr)[:2000])
        bad.append("epubcheck")
sys.exit(1 if bad else 0)
