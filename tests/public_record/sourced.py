# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
"""sourced.py FOLDER: every paragraph of every case study cites a source, but those that say what is not known; every row of
facts names one; every organisation has a published claim or is a case of the 2013 report; every consent is of a public
source.  Says what is not so; exit code 1."""
import csv
import pathlib
import re
import sys

folder = pathlib.Path(sys.argv[1])
wrong = []


def rows(name):
    with open(folder / f'{name}.csv', newline='') as file:
        return list(csv.DictReader(file))


for study in sorted(folder.glob('case-studies/*/case-study.md')):
    section = ''
    for part in study.read_text().split('\n\n'):
        if part.startswith('#'):
            section = part.strip('# \n')
            continue
        blank = section == 'What is not sourced' or re.match(r'No (result|partner)|What these sources', part)
        if not blank and not re.search(r'\[@[^\]]+\]\s*$', part):
            wrong.append(f'{study.parent.name}: no source: {part[:60]}')
for name in ('statements', 'contexts', 'codings', 'partnerships', 'outcomes', 'answers', 'targets', 'slots', 'leadership'):
    for row in rows(name):
        open_place = name == 'slots' and not row['organisation']
        if not row['source'] and not open_place:
            wrong.append(f'{name}: no source: {row}')
        if open_place and not row['note'].startswith('Open. '):
            wrong.append(f'slots: no reason: {row}')
claims = {row['subject'] for row in rows('statements') if row['property'] == 'published_claim'}
claims |= {row['organisation'] for row in rows('leadership') if row['source'] == 'chlp'}
for row in rows('organisations'):
    if row['id'] not in claims:
        wrong.append(f'{row["id"]}: no published claim')
for row in rows('consents'):
    if row['basis'] != 'public source' or row['scope'] in ('quote', 'translate', 'publish verdict'):
        wrong.append(f'consents: {row}')
if len(rows('organisations')) != 15 or len(rows('slots')) != 20:
    wrong.append('15 organisations in 20 places')
print('\n'.join(wrong))
sys.exit(1 if wrong else 0)
