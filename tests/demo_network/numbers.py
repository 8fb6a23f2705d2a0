# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
"""numbers.py REPORT: follows every number of a rendered report ("4 of 5") to its place on a page of evidence, and counts
what stands there: as many cases as the number says, each with passages.  Says what differs; exit code 1."""
import html.parser
import pathlib
import posixpath
import re
import sys

VOID = {'meta', 'link', 'br', 'hr', 'img', 'path', 'rect', 'line', 'circle'}


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, dict(attributes), parent, []

    def text(self):
        return ''.join(c if isinstance(c, str) else c.text() for c in self.children)

    def all(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.all()

    def has(self, name):
        return name in (self.attributes.get('class') or '').split()


class Tree(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.root = self.at = Element('', [], None)
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag, attributes):
        self.at.children.append(Element(tag, attributes, self.at))

    def handle_endtag(self, tag):
        while self.at.tag != tag and self.at.parent:
            self.at = self.at.parent
        self.at = self.at.parent or self.at

    def handle_data(self, data):
        self.at.children.append(data)


root = pathlib.Path(sys.argv[1])
trees = {}


def elements(page):
    if page not in trees:
        trees[page] = list(Tree((root / page).read_text()).root.all())
    return trees[page]


def passages(case):
    return sum(1 for e in case.all() if e.has('quote'))


def cases_at(page, anchor):
    """The cases with a passage that stand at a place, each with its passages, and how many are counted only."""
    place = next((e for e in elements(page) if e.attributes.get('id') == anchor), None)
    if place is None:
        return None
    by_id = {e.attributes.get('id'): e for e in elements(page)}
    cases = [e for e in place.all() if e.has('pass')]
    if not cases:
        cases = [by_id[e.attributes['href'][1:]] for e in place.all()
                    if e.tag == 'a' and e.attributes.get('href', '').startswith('#case-')]
    silent = {id(e) for around in place.all() if around.has('silent') for e in around.all()}
    only = sum(int(n) for e in place.all() if e.has('state') and id(e) not in silent
               for n in re.findall(r'^\D*(\d+) case', e.text()))
    only += sum(int(n) for e in place.all() if e.has('state') and id(e) not in silent
                for n in re.findall(r'^and (\d+) more that (?:is|are) counted only$', e.text()))
    return [passages(case) for case in cases], only


followed, wrong = 0, []
for file in sorted(root.rglob('*.html')):
    page = file.relative_to(root).as_posix()
    for link in elements(page):
        href = link.attributes.get('href') or ''
        label = link.text()
        count = re.search(r'(\d+)\s*(?:of|/)\s*(\d+)(?: cases)?$', label.strip())
        target, _, anchor = href.partition('#')
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), target)) if target else page
        if link.tag != 'a' or not count or not target.startswith('evidence/') or not anchor:
            continue
        followed += 1
        found = cases_at(target, anchor)
        if found is None:
            wrong.append(f'{page}: {label}: no {href}')
            continue
        counts, only = found
        if len(counts) + only != int(count.group(1)) or not all(counts):
            wrong.append(f'{page}: {label} at {href}: {len(counts)} cases with {counts} passages, {only} counted only')
print(f'{followed} numbers followed')
print('\n'.join(wrong[:20]))
sys.exit(1 if wrong or followed < 500 else 0)
