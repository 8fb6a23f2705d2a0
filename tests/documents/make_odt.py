# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# ODT.  `why`: what becomes of the words (None: they are seen); it is handed down.
from words import pack

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
SPACES = ["office", "text", "table", "style", "draw", "meta", "number", "script"]
NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in SPACES)
NAMES += (' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
          'xmlns:dc="http://purl.org/dc/elements/1.1/"')
STYLES = """<style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Hid2" style:family="text" style:parent-style-name="Hid"/>
<style:style style:name="HidP" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<number:date-style style:name="N1"><number:text>of</number:text></number:date-style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="i" style:num-suffix=")" text:display-levels="2"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="o"/></text:list-style>"""


class Odt:
    def __init__(self, words):
        self.words = words

    def run(self, why):
        word = self.words.say(why)
        cut = self.words.random.randint(1, len(word) - 1)
        if self.words.chance(0.3):
            word = f'{word[:cut]}<text:span text:style-name="T1">{word[cut:]}</text:span>'
        return word + self.words.pick(" ", " ", "<text:s/>", "<text:tab/>", "<text:line-break/>", "<text:soft-page-break/> ", '<text:bookmark text:name="b"/> ')

    def inline(self, why, depth):
        words = self.words
        if depth > 5:
            return self.run(why)
        kind = words.pick("run", "run", "run", "run", "span", "a", "hid", "hid2", "note", "comment", "ruby", "field", "meta", "meta-field", "frame", "shape", "hidden-text", "shown-text", "alt", "math", "ins", "group", "control")
        hide, inner = why or "hidden", lambda: self.inlines(why, depth + 1)
        if kind in ("span", "a", "meta", "meta-field"):
            return f"<text:{kind}>{inner()}</text:{kind}>"
        if kind in ("hid", "hid2"):
            return f'<text:span text:style-name="{kind.capitalize()}">{self.run(hide)}</text:span>'
        if kind == "note" and depth < 3:
            body = self.blocks(why, depth + 3, 2)
            return f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>{body}</text:note-body></text:note>'
        if kind == "comment":
            return f'<office:annotation><dc:creator>A B</dc:creator><dc:date>2026-01-01T00:00:00</dc:date><text:p>{words.leave("comment")}</text:p></office:annotation>'
        if kind == "ruby":
            return f"<text:ruby><text:ruby-base>{self.run(why)}</text:ruby-base><text:ruby-text>{words.say(why)}</text:ruby-text></text:ruby> "
        if kind == "field":
            name = words.pick("placeholder", "user-defined", "text-input", "date", "conditional-text", "author-name", "chapter", "sequence", "bookmark-ref", "title", "drop-down", "variable-set", "expression", "database-display")
            return f"<text:{name}>{words.say(why)}</text:{name}> "
        if kind in ("frame", "shape", "group") and depth < 3:
            if kind == "shape":
                return f"<draw:custom-shape>{self.paragraph(why, 5)}<draw:enhanced-geometry/></draw:custom-shape>"
            inside = f"<draw:frame><draw:text-box>{self.blocks(why, depth + 3, 2)}</draw:text-box></draw:frame>"
            return f"<draw:g>{inside}</draw:g>" if kind == "group" else inside
        if kind == "hidden-text":
            return f'<text:hidden-text text:is-hidden="true">{words.say(hide)}</text:hidden-text> '
        if kind == "shown-text":
            return f'<text:hidden-text text:is-hidden="false">{words.say(why)}</text:hidden-text> '
        if kind == "alt":
            return f'<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>{words.say(why)}</svg:title><svg:desc>{words.say(why)}</svg:desc></draw:frame> '
        if kind == "math" and why is None:
            return f'<draw:frame><draw:object><math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>{words.see()}</mi><mn>{words.see()}</mn></mfrac></math></draw:object></draw:frame> '
        if kind == "ins":
            return f'<text:change-start text:change-id="c"/>{self.run(why)}<text:change-end text:change-id="c"/>'
        if kind == "control":
            return f'<loext:content-control xmlns:loext="urn:x">{inner()}</loext:content-control>'
        return self.run(why)

    def inlines(self, why, depth):
        return "".join(self.inline(why, depth) for _ in range(self.words.random.randint(1, 3)))

    def paragraph(self, why, depth):
        kind = self.words.pick("p", "p", "p", "h", "hid", "P1", "hidden-paragraph")
        if kind == "h":
            return f'<text:h text:outline-level="{self.words.random.randint(1, 3)}">{self.inlines(why, depth + 1)}</text:h>'
        if kind == "hid":
            return f'<text:p text:style-name="HidP">{self.run(why or "hidden")}</text:p>'
        if kind == "hidden-paragraph":
            return f'<text:p><text:hidden-paragraph text:is-hidden="true"/>{self.run(why or "hidden")}</text:p>'
        return f'<text:p text:style-name="{kind}">{self.inlines(why, depth + 1)}</text:p>'

    def items(self, why, depth):
        items = ""
        for _ in range(self.words.random.randint(1, 3)):
            items += f"<text:list-item>{self.paragraph(why, depth)}</text:list-item>"
            if depth < 4 and self.words.chance(0.3):
                items += f"<text:list-item>{self.paragraph(why, depth)}<text:list>{self.items(why, depth + 1)}</text:list></text:list-item>"
        return items + f"<text:list-header>{self.paragraph(why, 5)}</text:list-header>"

    def rows(self, why, depth):
        rows = ""
        for _ in range(self.words.random.randint(1, 3)):
            hidden = why is None and self.words.chance(0.15)
            inside = "hidden" if hidden else why
            cells = "".join(f"<table:table-cell>{self.blocks(inside, 9 if inside else depth + 2, 2)}</table:table-cell>" for _ in range(self.words.random.randint(1, 3)))
            rows += f'<table:table-row{" table:visibility=" + chr(34) + "collapse" + chr(34) if hidden else ""}>{cells}</table:table-row>'
        return rows

    def table(self, why, depth):
        wrap = self.words.pick("", "table-header-rows", "table-row-group", "table-rows")
        first = self.rows(why, depth)
        first = f"<table:{wrap}>{first}</table:{wrap}>" if wrap else first
        return f"<table:table><table:table-column/>{first}{self.rows(why, depth)}</table:table>"

    def block(self, why, depth):
        if depth > 5 or why is not None:
            return f"<text:p>{self.run(why)}</text:p>"
        kind = self.words.pick("p", "p", "p", "list", "table", "section", "hidden", "index", "numbered", "frame")
        if kind == "list":
            return f'<text:list text:style-name="{self.words.pick("L1", "L2", "none")}">{self.items(why, depth + 1)}</text:list>'
        if kind == "table":
            return self.table(why, depth)
        if kind == "section":
            return f'<text:section text:name="s">{self.blocks(why, depth + 1, 3)}</text:section>'
        if kind == "hidden":
            return f'<text:section text:name="s" text:display="none">{self.blocks("hidden", 9, 2)}</text:section>'
        if kind == "index":
            return f'<text:table-of-content><text:index-body><text:index-title>{self.paragraph(why, 5)}</text:index-title>{self.blocks(why, depth + 2, 2)}</text:index-body></text:table-of-content>'
        if kind == "numbered":
            return f'<text:numbered-paragraph text:style-name="L1" text:level="1">{self.paragraph(why, 4)}</text:numbered-paragraph>'
        if kind == "frame":
            return f"<draw:frame><draw:text-box>{self.blocks(why, depth + 2, 2)}</draw:text-box></draw:frame>"
        return self.paragraph(why, depth)

    def blocks(self, why, depth, most):
        return "".join(self.block(why, depth) for _ in range(self.words.random.randint(1, most)))


def document(words):
    odt = Odt(words)
    changes = (f'<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>A</dc:creator></office:change-info><text:p>{words.leave("deleted")}</text:p></text:deletion></text:changed-region></text:tracked-changes>'
               if words.chance(0.4) else "")
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{changes}{odt.blocks(None, 0, 10)}<text:p>{odt.run(None)}</text:p></office:text></office:body></office:document-content>'
    styles = (f'<office:document-styles {NAMES}><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="es" fo:country="ES"/></style:default-style>'
              '<text:outline-style><text:outline-level-style text:level="1" style:num-format="A"/></text:outline-style></office:styles>'
              f'<office:master-styles><style:master-page style:name="Standard"><style:header><text:p>{words.leave("header")}</text:p></style:header></style:master-page></office:master-styles></office:document-styles>')
    return pack([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), ("styles.xml", styles), ("META-INF/manifest.xml", MANIFEST)])
