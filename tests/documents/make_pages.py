# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# HTML and EPUB.  `why`: what becomes of the words (None: they are seen); it is handed down.
from words import pack

RULES = """/* p { display: none } */ .gone, div.away > span, #hid1 { display: none } .menu { display: none } .menu.open { display: inline !important }
@media print { p, li, td { display: none } } @media screen { .onscreen { visibility: hidden } } b[data-x="y"] { display:none } ol.plain { list-style: none } a:hover { display: none }"""


class Page:
    def __init__(self, words, xml):
        self.words, self.xml = words, xml

    def word(self, why):
        if not self.xml and why is None and self.words.chance(0.05):  # as old pages write "é" and "œ"
            word, (written, meant) = self.words.new("latin"), self.words.pick(("&eacute ", "é"), ("&#156;", "œ"), ("&#233 ", "é"))
            self.words.lines.append(f"seen {word}{meant}")
            return f"{word}{written} "
        word = self.words.say(why)
        cut = self.words.random.randint(1, len(word) - 1)
        if self.words.chance(0.2):
            return f"{word[:cut]}<b>{word[cut:]}</b> "
        if self.words.chance(0.1):
            return f"{word[:cut]}&#x{ord(word[cut]):x};{word[cut + 1:]} "
        if self.xml and self.words.chance(0.1):
            return f"<![CDATA[{word}]]> "
        return word + self.words.pick(" ", " ", "&nbsp;", "<br/>", "\n", " <!-- note --> ")

    def inline(self, why, depth):
        words = self.words
        if depth > 5:
            return self.word(why)
        kind = words.pick("word", "word", "word", "span", "a", "em", "bdo", "q", "sup", "label", "s", "aria", "font", "del", "hidden", "style", "class", "rule", "attribute", "screen", "open", "menu", "template", "ruby", "rubyrp",
                          "alt", "button", "input", "textarea", "select", "svg", "math", "noscript", "iframe", "video", "script", "details", "shown", "unknown")
        hide, inner = why or "hidden", lambda: self.inlines(why, depth + 1)
        plain = {"span": "span", "a": "a", "em": "em", "q": "q", "sup": "sup", "label": "label", "s": "s", "font": "font", "unknown": "x-word", "button": "button"}
        if kind in plain:
            return f"<{plain[kind]}>{inner()}</{plain[kind]}> "
        if kind == "bdo":
            return f'<bdo dir="rtl">{inner()}</bdo> '
        if kind == "aria":
            return f'<span aria-hidden="true">{inner()}</span> '
        if kind == "del":
            return f"<del>{self.word('deleted')}</del> " if why is None else self.word(why)
        if kind in ("hidden", "style", "class", "attribute", "menu", "screen"):
            mark = {"hidden": 'hidden="hidden"', "style": 'style="color:red; display : none"', "class": 'class="x gone"', "attribute": 'data-x="y"', "menu": 'class="menu"', "screen": 'class="onscreen"'}[kind]
            tag = "b" if kind == "attribute" else "span"
            return f"<{tag} {mark}>{self.word(hide)}</{tag}> "
        if kind == "rule":
            return self.word(why)
        if kind == "open":
            return f'<span class="menu open">{self.word(why)}</span> '
        if kind == "template":
            return f"<template>{self.word(hide)}</template> "
        if kind == "ruby":
            return f"<ruby>{self.word(why)}<rt>{self.word(why)}</rt></ruby> "
        if kind == "rubyrp":
            return f"<ruby>{self.word(why)}<rp>(</rp><rt>{self.word(why)}</rt><rp>)</rp></ruby> "
        if kind == "svg":
            return f'<svg xmlns="http://www.w3.org/2000/svg"><text>{words.say(why)}</text></svg> '
        if kind == "script":
            return '<script>var a = "<p>nothing</p>";</script>'
        if kind in ("textarea", "select"):
            return f"<textarea>{words.say(why)}</textarea> " if kind == "textarea" else f"<select><option>{words.say(why)}</option><option>{words.say(why)}</option></select> "
        if kind == "details":
            return f"<details><summary>{self.word(why)}</summary>{self.word(why)}</details> "
        if kind == "shown":
            return f'<span style="visibility:visible">{self.word(why)}</span> ' if why is None else self.word(why)
        if kind in ("noscript", "iframe", "video"):
            if why is not None or kind == "iframe" and not self.xml:
                return self.word(why)
            return f"<{kind}>{words.leave('instead')}</{kind}> "
        if why is not None:
            return self.word(why)
        if kind == "alt":
            return f'<img src="a.png" alt="{words.see()}"/> '
        if kind == "input":
            return f'<input type="submit" value="{words.see()}"/> <input type="hidden" value="no"/>'
        if kind == "math":
            return f'<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>{words.see()}</mi><mn>{words.see()}</mn></mfrac></math> '
        return self.word(why)

    def inlines(self, why, depth):
        return "".join(self.inline(why, depth) for _ in range(self.words.random.randint(1, 3)))

    def table(self, why, depth):
        def rows():
            out = ""
            for _ in range(self.words.random.randint(1, 2)):
                hidden = why is None and self.words.chance(0.15)
                inside = "hidden" if hidden else why
                cells = "".join(f"<td>{self.blocks(inside, 9 if inside else depth + 2, 2)}</td>" for _ in range(self.words.random.randint(1, 3)))
                out += f'<tr{" hidden=" + chr(34) + chr(34) if hidden else ""}>{cells}</tr>'
            return out
        return f"<table><caption>{self.word(why)}</caption><thead>{rows()}</thead><tbody>{rows()}</tbody><tfoot>{rows()}</tfoot></table>"

    def block(self, why, depth):
        words = self.words
        if depth > 5 or why is not None:
            return f"<p>{self.word(why)}</p>"
        kind = words.pick("p", "p", "p", "h2", "div", "section", "ul", "ol", "plain", "dl", "table", "figure", "quote", "pre", "hidden", "loose", "aside", "form", "away", "dialog", "id")
        inner = lambda: self.blocks(why, depth + 1, 3)  # noqa: E731
        if kind in ("p", "h2"):
            return f"<{kind}>{self.inlines(why, depth + 1)}</{kind}>\n"
        if kind in ("div", "section", "aside"):
            return f"<{kind}>{inner()}</{kind}>"
        if kind in ("ul", "ol", "plain"):
            tag, mark = ("ol", ' class="plain"') if kind == "plain" else (kind, words.pick("", ' start="4"', ' type="i"', " reversed=\"reversed\"") if kind == "ol" else "")
            items = "".join(f"<li>{self.inlines(why, depth + 1)}{inner() if words.chance(0.3) else ''}</li>\n" for _ in range(words.random.randint(1, 3)))
            return f"<{tag}{mark}>\n{items}</{tag}>"
        if kind == "dl":
            return f"<dl><dt>{self.inlines(why, depth + 1)}</dt><dd>{inner()}</dd></dl>"
        if kind == "table":
            return self.table(why, depth)
        if kind == "figure":
            return f"<figure>{inner()}<figcaption>{self.inlines(why, depth + 1)}</figcaption></figure>"
        if kind == "quote":
            return f"<blockquote>{inner()}</blockquote>"
        if kind == "pre":
            return f"<pre>{self.word(why)}\n{self.word(why)}</pre>"
        if kind == "hidden":
            return f'<div style="display:none">{self.blocks("hidden", 9, 2)}</div>'
        if kind == "away":
            return f'<div class="away"><span>{self.word("hidden")}</span>{self.word(why)}</div>'
        if kind == "id":
            return f'<div id="hid1">{self.word("hidden")}</div>'
        if kind == "dialog":
            return f'<dialog>{self.word("hidden")}</dialog>'
        if kind == "form":
            return f"<form><fieldset><legend>{self.word(why)}</legend>{inner()}</fieldset></form>"
        return self.inlines(why, depth + 1)

    def blocks(self, why, depth, most):
        return "".join(self.block(why, depth) for _ in range(self.words.random.randint(1, most)))


def page(words):
    charset = words.pick("utf-8", "utf-8", "utf-16", "windows-1251", "shift_jis", "iso-8859-2", "none", "koi8-r", "gbk", "windows-1256")
    scripts = {"windows-1251": ["cyrillic"], "koi8-r": ["cyrillic"], "shift_jis": ["japanese"], "iso-8859-2": ["polish"], "gbk": ["chinese"], "windows-1256": ["arabic"]}
    words.scripts = scripts.get(charset, words.scripts)
    writer = Page(words, False)
    body = f"{writer.blocks(None, 0, 10)}<p>{writer.word(None)}</p>"
    head = {"none": "", "utf-16": ""}.get(charset, words.pick(f'<meta charset="{charset}">', f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'))
    text = f'<!DOCTYPE html>\n<html lang="ru"><head>{head}<title>{words.leave("title")}</title><style>{RULES}</style></head><body>{body}</body></html>'
    return text.encode("utf-8" if charset == "none" else charset)


def book(words):
    entries, manifest, spine = [], "", ""
    for number in range(words.random.randint(1, 3)):
        writer = Page(words, True)
        body = f"{writer.blocks(None, 0, 6)}<p>{writer.word(None)}</p>"
        entries.append((f"OEBPS/text/ch {number}.xhtml", '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n'
                        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{words.leave("title")}</title><link rel="stylesheet" href="../a.css"/></head><body>{body}</body></html>'))
        manifest += f'<item id="c{number}" href="text/ch%20{number}.xhtml" media-type="application/xhtml+xml"/>'
        spine = f'<itemref idref="c{number}"/>' + spine if words.chance(0.3) else spine + f'<itemref idref="c{number}" linear="no"/>'
    return pack([("mimetype", "application/epub+zip"),
                 ("META-INF/container.xml", '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/c.opf"/></rootfiles></container>'),
                 ("OEBPS/c.opf", f'<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:language>sw</dc:language></metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>'),
                 ("OEBPS/a.css", RULES), *entries])
