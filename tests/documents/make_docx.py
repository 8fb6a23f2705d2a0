# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# DOCX.  `why`: what becomes of the words (None: they are seen); it is handed down.
from words import pack

NAMES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
         'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
         'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
         'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"')
DRAWING = ('xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
           'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
STRICT = NAMES.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="Author"><w:name w:val="Author"/></w:style><w:style w:type="paragraph" w:styleId="Date"><w:name w:val="Date"/></w:style>
<w:style w:type="paragraph" w:styleId="Abstract"><w:name w:val="Abstract"/></w:style><w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Secret2"><w:name w:val="Secret 2"/><w:basedOn w:val="Secret"/></w:style>
<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish w:val="true"/></w:rPr></w:style>"""
NUMBERS = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>"""


class Docx:
    def __init__(self, words):
        self.words, self.notes, self.comments, self.drawings, self.ids = words, {"footnote": [], "endnote": []}, [], [], 0

    def id(self):
        self.ids += 1
        return self.ids

    def run(self, why, properties="", tag=None):
        words = self.words
        tag = tag or ("delText" if why == "deleted" else "t")
        word = words.say(why)
        cut = words.random.randint(1, len(word) - 1)
        pieces = [word] if words.chance(0.6) else [word[:cut], word[cut:]]
        runs = "".join(f'<w:r><w:rPr>{properties}</w:rPr><w:{tag}>{piece}</w:{tag}></w:r>' for piece in pieces)
        gap = words.pick(f'<w:{tag} xml:space="preserve"> </w:{tag}>', "<w:tab/>", "<w:br/>", "<w:cr/>", '<w:ptab w:relativeTo="margin"/>', "<w:noBreakHyphen/>", '<w:sym w:font="Symbol" w:char="F0B7"/>')
        return runs + f"<w:r><w:rPr>{properties}</w:rPr>{gap}</w:r>"

    def field(self, why, depth):
        def mark(kind):
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        inner = mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + mark("separate") + self.run(why or "hidden", "") + mark("end") if self.words.chance(0.3) else ""
        return (mark("begin") + '<w:r><w:instrText xml:space="preserve"> IF x = </w:instrText></w:r>' + inner + mark("separate") + self.inlines(why, depth + 1) + mark("end"))

    def box(self, why, depth, old):
        inner = f"<w:txbxContent>{self.blocks(why, depth + 2, 2)}</w:txbxContent>"
        if old:
            return f'<w:r><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></w:r>'
        new = f'<w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>2700000</wp:posOffset></wp:positionH><wp:docPr id="1" name="b"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
        return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'

    def note(self, why, kind, depth):
        number = self.id()
        self.notes[kind].append(f'<w:{kind} w:id="{number}">{self.blocks(why, depth + 3, 1)}</w:{kind}>')
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    def comment(self):
        number = self.id()
        self.comments.append(f'<w:comment w:id="{number}" w:author="A"><w:p>{self.run("comment", tag="t")}</w:p></w:comment>')
        return f'<w:commentRangeStart w:id="{number}"/><w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'

    def inline(self, why, depth):
        words = self.words
        if depth > 5:
            return self.run(why)
        wrap = words.pick("run", "run", "run", "run", "hyperlink", "ins", "del", "moveFrom", "moveTo", "vanish", "vanish", "style", "web", "sdt", "smartTag", "simple", "field", "ruby", "bdo", "dir",
                          "box", "oldbox", "footnote", "endnote", "comment", "math", "alt", "choice", "drop", "show", "linkins", "wordart", "macro", "eq", "chart", "diagram")
        hide, inner = why or "hidden", lambda: self.inlines(why, depth + 1)
        if wrap in ("box", "oldbox"):
            return self.box(why, depth, wrap == "oldbox") if depth < 3 else self.run(why)
        if wrap in ("footnote", "endnote"):
            return self.note(why, wrap, depth) if depth < 3 else self.run(why)
        if wrap == "comment":
            return self.comment()
        if wrap in ("hyperlink", "ins", "moveTo", "smartTag", "bdo", "dir"):
            return f"<w:{wrap}>{inner()}</w:{wrap}>"
        if wrap in ("del", "moveFrom"):
            return f'<w:{wrap}>{self.run("deleted", tag="delText" if wrap == "del" else "t")}</w:{wrap}>' if why is None else self.run(why)
        if wrap in ("vanish", "style"):
            mark = {"vanish": "<w:vanish/>", "style": '<w:rStyle w:val="Hid"/>'}[wrap]
            return self.run(hide, mark)
        if wrap == "web":  # hidden in the view as a web page only: on paper everybody sees it
            return self.run(why, "<w:webHidden/>")
        if wrap == "show":
            return self.run(why, '<w:vanish w:val="0"/>' if why != "hidden" else "<w:vanish/>")
        if wrap == "sdt":
            return f'<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{inner()}</w:sdtContent></w:sdt>'
        if wrap == "simple":
            return f'<w:fldSimple w:instr=" TITLE ">{inner()}</w:fldSimple>'
        if wrap == "field":
            return self.field(why, depth)
        if wrap == "ruby":
            return f"<w:r><w:ruby><w:rubyPr><w:lid w:val=\"ja-JP\"/></w:rubyPr><w:rt>{self.run(why)}</w:rt><w:rubyBase>{self.run(why)}</w:rubyBase></w:ruby></w:r>"
        if wrap == "linkins":
            return f'<w:ins><w:hyperlink r:id="none">{inner()}</w:hyperlink></w:ins>'
        if why is not None:
            return self.run(why)
        if wrap == "math":
            return (f"<m:oMathPara><m:oMath><m:f><m:fPr/><m:num><m:r><m:t>{words.see()}</m:t></m:r></m:num><m:den><m:sSup><m:e><m:r><m:t>{words.see()}</m:t></m:r></m:e>"
                    f"<m:sup><m:r><m:t>{words.see()}</m:t></m:r></m:sup></m:sSup></m:den></m:f></m:oMath></m:oMathPara>")
        if wrap == "alt":
            return f'<w:r><w:drawing><wp:inline><wp:docPr id="2" name="p" descr="{words.see()}"/></wp:inline></w:drawing></w:r>'
        if wrap == "choice":
            return f'<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t xml:space="preserve">{words.see()} </w:t></mc:Choice><mc:Fallback><w:t>other</w:t></mc:Fallback></mc:AlternateContent></w:r>'
        if wrap == "drop":
            return ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="no"/>'
                    f'<w:listEntry w:val="{words.see()}"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>')
        if wrap in ("macro", "eq"):
            shown = f"MACROBUTTON NoMacro {words.see()} {words.see()}" if wrap == "macro" else f"EQ \\* jc2 \\o\\ad(\\s\\up 9({words.see()}),{words.see()})"
            return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {shown} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
        if wrap in ("chart", "diagram"):
            number = self.id()
            text = f"<a:p><a:r><a:t>{words.see()}</a:t></a:r></a:p>"
            if wrap == "chart":
                names = "".join(f"<c:pt><c:v>{words.see()}</c:v></c:pt>" for _ in range(2))
                inner = f'<c:chartSpace {DRAWING}><c:chart><c:title><c:tx><c:rich>{text}</c:rich></c:tx></c:title><c:cat><c:strRef><c:f>Sheet1!A1</c:f><c:strCache>{names}</c:strCache></c:strRef></c:cat><c:val><c:numCache><c:pt><c:v>31</c:v></c:pt></c:numCache></c:val></c:chart></c:chartSpace>'
                named = f'<c:chart {DRAWING} r:id="d{number}"/>'
            else:
                inner = f"<dgm:dataModel {DRAWING}><dgm:ptLst><dgm:pt><dgm:t>{text}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
                named = f'<dgm:relIds {DRAWING} r:dm="d{number}" r:lo="none"/>'
            self.drawings.append((number, wrap, inner))
            return f'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>{named}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        if wrap == "wordart":
            return f'<w:r><w:pict><v:shape><v:textpath string="{words.see()}"/></v:shape></w:pict></w:r>'
        return self.run(why)

    def inlines(self, why, depth):
        return "".join(self.inline(why, depth) for _ in range(self.words.random.randint(1, 3)))

    def paragraph(self, why, depth):
        words = self.words
        style = words.pick("", "", "", "Heading1", "Title", "Subtitle", "Author", "Date", "Abstract", "Quote", "Secret", "Secret2", "list", "list2", "bullet", "joined")
        mark = {"": "", "list": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', "list2": '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
                "bullet": '<w:numPr><w:numId w:val="3"/></w:numPr>', "joined": "<w:rPr><w:del/></w:rPr>"}.get(style, f'<w:pStyle w:val="{style}"/>')
        if style.startswith("Secret"):
            return f'<w:p><w:pPr>{mark}</w:pPr>{self.run(why or "hidden")}</w:p>'
        return f'<w:p w:rsidR="00AB"><w:pPr>{mark}</w:pPr><w:proofErr w:type="spellStart"/>{self.inlines(why, depth + 1)}</w:p>'

    def table(self, why, depth):
        rows = ""
        for _ in range(self.words.random.randint(1, 3)):
            kind, inside, properties = self.words.pick("", "", "", "hidden", "deleted"), why, ""
            if why is None and kind == "hidden":
                inside, properties = "hidden", "<w:trPr><w:hidden/></w:trPr>"
            if why is None and kind == "deleted":
                inside, properties = "deleted", "<w:trPr><w:del/></w:trPr>"
            deep = depth + 2 if inside is None else 9
            cells = "".join(f"<w:tc><w:tcPr/>{self.blocks(inside, deep, 2)}</w:tc>" for _ in range(self.words.random.randint(1, 3)))
            row = f"<w:tr>{properties}{cells}</w:tr>"
            rows += f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>" if self.words.chance(0.2) else row
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"

    def block(self, why, depth):
        if depth > 6 or why is not None:
            return f"<w:p>{self.run(why)}</w:p>"
        kind = self.words.pick("p", "p", "p", "p", "tbl", "sdt", "customXml", "ins", "mc")
        if kind == "tbl":
            return self.table(why, depth)
        if kind == "sdt":
            return f"<w:sdt><w:sdtPr/><w:sdtContent>{self.blocks(why, depth + 1, 2)}</w:sdtContent></w:sdt>"
        if kind in ("customXml", "ins"):
            return f"<w:{kind}>{self.blocks(why, depth + 1, 2)}</w:{kind}>"
        if kind == "mc":
            return f"<mc:AlternateContent><mc:Choice>{self.paragraph(why, depth)}</mc:Choice><mc:Fallback><w:p><w:r><w:t>other</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
        return self.paragraph(why, depth)

    def blocks(self, why, depth, most):
        return "".join(self.block(why, depth) for _ in range(self.words.random.randint(1, most)))


def document(words):
    docx = Docx(words)
    names = STRICT if words.chance(0.3) else NAMES
    base = "http://purl.oclc.org/ooxml/officeDocument/relationships" if names is STRICT else "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    body = docx.blocks(None, 0, 10) + f"<w:p>{docx.run(None)}</w:p>"
    head, head_named = docx.run("header"), '<w:headerReference w:type="default" r:id="r5"/>'

    def relations(*rows, more=""):
        inner = more + "".join(f'<Relationship Id="r{i}" Type="{base}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(rows))
        return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'

    def part(root, inner):
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {names}>{inner}</w:{root}>'
    drawings = "".join(f'<Relationship Id="d{number}" Type="{base}/{"chart" if kind == "chart" else "diagramData"}" Target="drawings/{kind}{number}.xml"/>' for number, kind, _ in docx.drawings)
    main = words.pick("word/document.xml", "word/document2.xml", "other/body.xml")
    folder, file = main.rsplit("/", 1)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    overrides = "".join(f'<Override PartName="/{folder}/{name}.xml" ContentType="{kind}{what}+xml"/>' for name, what in (
        (file[:-4], "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("footnotes", "footnotes"), ("endnotes", "endnotes"), ("comments", "comments"), ("header1", "header")))
    types = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>')
    return pack([("[Content_Types].xml", types), ("_rels/.rels", relations(("officeDocument", main))),
                 (main, part("document", f"<w:body>{body}<w:sectPr>{head_named}</w:sectPr></w:body>")),
                 (f"{folder}/_rels/{file}.rels", relations(("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footnotes", "footnotes.xml"), ("endnotes", f"/{folder}/endnotes.xml"),
                                                          ("comments", "comments.xml"), ("header", "header1.xml"), more=drawings)),
                 *((f"{folder}/drawings/{kind}{number}.xml", inner) for number, kind, inner in docx.drawings), (f"{folder}/styles.xml", part("styles", STYLES)), (f"{folder}/numbering.xml", part("numbering", NUMBERS)),
                 (f"{folder}/footnotes.xml", part("footnotes", "".join(docx.notes["footnote"]))), (f"{folder}/endnotes.xml", part("endnotes", "".join(docx.notes["endnote"]))),
                 (f"{folder}/comments.xml", part("comments", "".join(docx.comments))), (f"{folder}/header1.xml", part("hdr", f"<w:p>{head}</w:p>"))])
