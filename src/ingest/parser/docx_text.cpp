// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Walks through a DOCX and takes its words in reading order.

#include "ingest/parser/docx_text.h"

#include <algorithm>
#include <charconv>

#include "ingest/parser/alternate.h"
#include "ingest/parser/field_words.h"
#include "ingest/parser/symbol_fonts.h"

namespace commonground::ingest::parser {

namespace {

using model::PartKind;

const std::set<std::string_view> kBreaks{"p", "tc", "tr", "tab", "ptab", "br", "cr", "txbxContent"};

// What holds no words, or words for the program.
const std::set<std::string_view> kNoWords{"pPr",           "rPr",           "sdtPr",      "sdtEndPr",    "tblPr",
                                          "tblGrid",       "tblPrEx",       "trPr",       "tcPr",        "sectPr",
                                          "rubyPr",        "ffData",        "smartTagPr", "customXmlPr", "instrText",
                                          "delInstrText",  "fldData",       "posOffset",  "pctWidth",    "pctHeight",
                                          "pctPosHOffset", "pctPosVOffset", "bodyPr",     "spPr",        "cNvSpPr"};

std::string Words(const xmlNode* node) {
  return TextBelow(node, kBreaks,
                   {"instrText", "delInstrText", "fldData", "posOffset", "pctWidth", "pctHeight", "pctPosHOffset",
                    "pctPosVOffset", "align"});
}

bool IsInline(std::string_view name) {
  static const std::set<std::string_view> kInline{"r",         "hyperlink", "fldSimple", "smartTag", "oMath",
                                                  "oMathPara", "dir",       "bdo",       "t",        "ruby"};
  return kInline.contains(name);
}

bool HasBlock(const xmlNode* node) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    const std::string_view name = NameOf(child);
    if (name == "p" || name == "tbl" || name == "tr" || name == "tc") return true;
    if (!name.empty() && !IsInline(name) && HasBlock(child)) return true;
  }
  return false;
}

bool EndIsDeleted(const xmlNode* properties) {
  const xmlNode* mark = Child(properties, "rPr");
  return Child(mark, "del") != nullptr || Child(mark, "moveFrom") != nullptr;
}

// A drawing that somebody hid in the list of what is on the page, or a shape of an older Word whose style hides it.
bool IsHiddenDrawing(const xmlNode* node) {
  const std::string_view name = NameOf(node);
  if (name == "anchor" || name == "inline") {
    const auto is_on = [](const std::string& value) { return value == "1" || value == "true" || value == "on"; };
    return is_on(AttributeOf(node, "hidden")) || is_on(AttributeOf(Child(node, "docPr"), "hidden"));
  }
  std::string style = AttributeOf(node, "style");
  std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return style.find("visibility:hidden") != std::string::npos;
}

std::string FontOf(const xmlNode* run) {
  const xmlNode* fonts = Child(run, "rFonts");
  for (const char* which : {"ascii", "hAnsi", "cs"}) {
    if (std::string font = AttributeOf(fonts, which); IsSymbolFont(font)) return font;
  }
  return {};
}

}  // namespace

const OwnText kDocxOwn{kBreaks,
                       {"instrText", "delInstrText", "fldData", "posOffset", "pctWidth", "pctHeight", "pctPosHOffset",
                        "pctPosVOffset", "align", "ffData", "sdtPr", "extLst"},
                       true};

bool DocxText::InInstruction() const {
  return std::ranges::any_of(fields_, &Open::in_instruction);
}

void DocxText::Block(const xmlNode* node, As as, bool deleted) {
  const std::string_view name = NameOf(node);
  if (name == "p") return ReadParagraph(node, as, deleted);
  if (name == "tbl") return Table(node, as, deleted);
  if (name == "altChunk") has_other_document_ = true;
  if (name.empty() || kNoWords.contains(name)) return;
  if (name == "AlternateContent") {
    node = Chosen(node);
    if (node == nullptr) return;
  } else if (IsInline(name) ||
             ((name == "ins" || name == "del" || name == "moveTo" || name == "moveFrom" || name == "sdt") &&
              !HasBlock(node))) {
    Paragraph loose;
    loose.as = as;
    Inline(node, loose, {deleted, false, {}});
    return Finish(loose);
  }
  const bool gone = deleted || name == "del" || name == "moveFrom";
  EachChild(node, [&](const xmlNode* child) { Block(child, as, gone); });
}

void DocxText::ReadParagraph(const xmlNode* node, As as, bool deleted) {
  Paragraph paragraph;
  paragraph.properties = Child(node, "pPr");
  paragraph.as = styles_.KindOf(paragraph.properties);
  if (paragraph.as.kind == PartKind::kParagraph) paragraph.as = as;
  const bool goes_on = EndIsDeleted(paragraph.properties);
  std::string number;
  if (const auto place = styles_.ListOf(paragraph.properties); place && !deleted && !goes_on) {
    if (const auto next = numbering_.Next(*place)) {
      number = *next;
      if (paragraph.as.kind == as.kind) paragraph.as = {PartKind::kListItem, numbering_.LevelFor(*place) + 1};
    }
  }
  paragraph.text = std::exchange(carried_, {});
  Inlines(node, paragraph, {deleted, false, {}});
  if (!number.empty() && paragraph.text.find_first_not_of(" \n") != std::string::npos) {
    reading_.Made(number);
    paragraph.text.insert(0, number + ' ');
  }
  if (goes_on || deleted) {
    carried_ = std::exchange(paragraph.text, {});
  }
  Finish(paragraph);
}

void DocxText::Finish(Paragraph& paragraph) {
  reading_.Emit(paragraph.as, std::move(paragraph.text));
  for (const auto& read : paragraph.after) read();
}

void DocxText::End() {
  reading_.Emit({}, std::exchange(carried_, {}));
  for (const auto* notes : {&beside_.footnotes, &beside_.endnotes}) {
    for (const auto& [id, note] : *notes) {
      const std::string key = (notes == &beside_.footnotes ? "f" : "e") + id;
      if (named_[key]++ == 0) reading_.Leave(LeftOut::kHidden, Words(note));
    }
  }
  for (const auto& [id, words] : beside_.comments) {
    if (named_["c" + id]++ == 0) reading_.Leave(LeftOut::kComment, words);
  }
}

// A table within a cell stays in the row of that cell.
void DocxText::Table(const xmlNode* node, As as, bool deleted) {
  int row = 0;
  reading_.Emit(as, std::exchange(carried_, {}));
  if (!deleted && styles_.HidesTable(Child(node, "tblPr"))) return reading_.Leave(LeftOut::kHidden, Words(node));
  Rows(node, as, deleted, row);
}

void DocxText::Rows(const xmlNode* node, As as, bool deleted, int& row) {
  EachChild(node, [&](const xmlNode* child) {
    const std::string_view name = NameOf(child);
    if (kNoWords.contains(name)) return;
    if (name == "tr") {
      const xmlNode* properties = Child(child, "trPr");
      if (IsOn(Child(properties, "hidden"))) return reading_.Leave(LeftOut::kHidden, Words(child));
      ++row;
      const As cell{PartKind::kTableCell, as.kind == PartKind::kTableCell ? as.level : row};
      return Cells(child, cell, deleted || Child(properties, "del") != nullptr);
    }
    const xmlNode* inner = name == "AlternateContent" ? Chosen(child) : child;
    if (inner != nullptr) Rows(inner, as, deleted || name == "del" || name == "moveFrom", row);
  });
}

void DocxText::Cells(const xmlNode* node, As as, bool deleted) {
  EachChild(node, [&](const xmlNode* child) {
    const std::string_view name = NameOf(child);
    if (kNoWords.contains(name)) return;
    if (name != "tc") {
      const xmlNode* inner = name == "AlternateContent" ? Chosen(child) : child;
      return inner == nullptr ? void() : Cells(inner, as, deleted || name == "del");
    }
    const bool gone = deleted || Child(Child(child, "tcPr"), "cellDel") != nullptr;
    EachChild(child, [&](const xmlNode* inner) { Block(inner, as, gone); });
    reading_.Emit(as, std::exchange(carried_, {}));
  });
}

// A text beside the text: a box, a note.
void DocxText::Story(const xmlNode* node, As as) {
  auto fields = std::exchange(fields_, {});
  auto carried = std::exchange(carried_, {});
  EachChild(node, [&](const xmlNode* child) { Block(child, as, false); });
  reading_.Emit(as, std::exchange(carried_, std::move(carried)));
  fields_ = std::move(fields);
}

void DocxText::Put(std::string_view words, Paragraph& paragraph, const Seen& seen) {
  if (seen.deleted) return reading_.Leave(LeftOut::kDeleted, words);
  if (seen.hidden || InInstruction()) return reading_.Leave(LeftOut::kHidden, words);
  // Word writes the signs of a font such as Wingdings as U+F020 to U+F0FF: EF 80 A0 to EF 83 BF.
  for (std::size_t at = 0; at < words.size();) {
    const auto byte = [&](std::size_t i) {
      return at + i < words.size() ? static_cast<unsigned char>(words[at + i]) : 0U;
    };
    if (byte(0) == 0xEF && byte(1) >= 0x80 && byte(1) <= 0x83) {
      const std::string sign =
          SymbolAs(seen.font.empty() ? "Wingdings" : seen.font, (byte(1) & 3U) << 6 | (byte(2) & 0x3FU));
      reading_.Made(sign);
      paragraph.text += sign;
      at += 3;
    } else {
      paragraph.text += words[at++];
    }
  }
}

void DocxText::PutMade(const std::string& words, Paragraph& paragraph, const Seen& seen) {
  if (seen.deleted || seen.hidden || InInstruction()) return;
  reading_.Made(words);
  paragraph.text += words;
}

void DocxText::Inlines(const xmlNode* node, Paragraph& paragraph, const Seen& seen) {
  EachChild(node, [&](const xmlNode* child) { Inline(child, paragraph, seen); });
}

void DocxText::Inline(const xmlNode* node, Paragraph& paragraph, const Seen& seen) {
  const std::string_view name = NameOf(node);
  const bool code = paragraph.as.kind == PartKind::kCode;
  if (name == "fldChar") return Field(node, paragraph, seen);
  if (name == "instrText" && !fields_.empty()) fields_.back().instruction += TextBelow(node, {});
  if (kNoWords.contains(name)) return;
  if (name == "t" || name == "delText") {
    Seen here = seen;
    here.deleted = here.deleted || name == "delText";
    Put(TextBelow(node, {}), paragraph, here);
  } else if (name == "r") {
    const xmlNode* run = Child(node, "rPr");
    Seen here = seen;
    here.hidden = here.hidden || styles_.IsHidden(run, paragraph.properties);
    here.font = FontOf(run);
    if (const std::string tag = AttributeOf(Child(run, "lang"), "val"); !tag.empty()) {
      reading_.Language(tag, 1);
    } else {
      reading_.Language(styles_.language(), 1);
    }
    Inlines(node, paragraph, here);
  } else if (name == "tab" || name == "ptab" || name == "cr" || name == "br") {
    Put(code && (name == "cr" || name == "br") ? "\n" : " ", paragraph, seen);
  } else if (name == "noBreakHyphen") {
    Put("\u2011", paragraph, seen);
  } else if (name == "sym") {
    const std::string hex = AttributeOf(node, "char");
    std::uint32_t sign = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), sign, 16);
    PutMade(SymbolAs(AttributeOf(node, "font"), sign), paragraph, seen);
  } else if (name == "del" || name == "moveFrom") {
    Seen here = seen;
    here.deleted = true;
    Inlines(node, paragraph, here);
  } else if (name == "ruby") {
    Inlines(Child(node, "rubyBase"), paragraph, seen);
    Put("(", paragraph, seen);
    Inlines(Child(node, "rt"), paragraph, seen);
    Put(")", paragraph, seen);
  } else if (name == "AlternateContent") {
    if (const xmlNode* chosen = Chosen(node)) Inlines(chosen, paragraph, seen);
  } else if (name == "oMath") {
    Put(LineOfMath(node), paragraph, seen);
  } else if (name == "footnoteReference") {
    Note(node, beside_.footnotes, paragraph, seen);
  } else if (name == "endnoteReference") {
    Note(node, beside_.endnotes, paragraph, seen);
  } else if (name == "commentReference") {
    const auto comment = beside_.comments.find(AttributeOf(node, "id"));
    if (comment != beside_.comments.end() && named_["c" + comment->first]++ == 0) {
      reading_.Leave(LeftOut::kComment, comment->second);
    }
  } else {
    Drawing(node, paragraph, seen);
  }
}

void DocxText::Field(const xmlNode* node, Paragraph& paragraph, const Seen& seen) {
  const std::string type = AttributeOf(node, "fldCharType");
  if (type == "begin") {
    // What is chosen in a form stands in the field's own data.
    const xmlNode* form = Child(node, "ffData");
    if (const xmlNode* list = Child(form, "ddList")) {
      const xmlNode* chosen = Child(list, "result") != nullptr ? Child(list, "result") : Child(list, "default");
      int left = std::atoi(AttributeOf(chosen, "val").c_str());
      EachChild(list, [&](const xmlNode* entry) {
        if (NameOf(entry) == "listEntry" && left-- == 0) PutMade(AttributeOf(entry, "val"), paragraph, seen);
      });
    } else if (const xmlNode* box = Child(form, "checkBox")) {
      PutMade(IsOn(Child(box, Child(box, "checked") != nullptr ? "checked" : "default")) ? "☒" : "☐", paragraph, seen);
    }
    fields_.emplace_back();
  } else if (type == "separate" && !fields_.empty()) {
    fields_.back().in_instruction = false;
  } else if (type == "end" && !fields_.empty()) {
    const Open field = std::move(fields_.back());
    fields_.pop_back();
    if (field.in_instruction) PutMade(ShownByInstruction(field.instruction), paragraph, seen);
  }
}

void DocxText::Note(const xmlNode* node, const std::map<std::string, const xmlNode*>& notes, Paragraph& paragraph,
                    const Seen& seen) {
  const auto note = notes.find(AttributeOf(node, "id"));
  if (note == notes.end()) return;
  const std::string key = (&notes == &beside_.footnotes ? "f" : "e") + note->first;
  if (named_[key]++ > 0) return;
  if (seen.deleted || seen.hidden || InInstruction()) {
    return reading_.Leave(seen.deleted ? LeftOut::kDeleted : LeftOut::kHidden, Words(note->second));
  }
  paragraph.after.emplace_back([this, which = note->second] { Story(which, {PartKind::kFootnote, 0}); });
}

// Anything else: a link, a content control, an insertion, a drawing, ...: what is in it counts.
void DocxText::Drawing(const xmlNode* node, Paragraph& paragraph, const Seen& seen) {
  const std::string_view name = NameOf(node);
  if (name == "txbxContent") {
    if (seen.deleted || seen.hidden || InInstruction()) {
      return reading_.Leave(seen.deleted ? LeftOut::kDeleted : LeftOut::kHidden, Words(node));
    }
    paragraph.after.emplace_back(
        [this, node, as = paragraph.as.kind == PartKind::kTableCell ? paragraph.as : As{}] { Story(node, as); });
    return;
  }
  if (name == "docPr") {
    if (const std::string words = AttributeOf(node, "descr"); !words.empty()) PutMade(words + ' ', paragraph, seen);
  } else if (name == "textpath") {
    if (const std::string words = AttributeOf(node, "string"); !words.empty()) PutMade(words + ' ', paragraph, seen);
  } else if (name == "chart" || name == "relIds") {
    const auto drawing = beside_.drawings.find(AttributeOf(node, name == "chart" ? "id" : "dm"));
    if (drawing != beside_.drawings.end() && !seen.deleted && !seen.hidden) {
      paragraph.after.emplace_back(
          [this, words = drawing->second,
           as = paragraph.as.kind == PartKind::kTableCell ? paragraph.as : As{PartKind::kCaption, 0}] {
            for (const std::string& line : words) {
              reading_.Made(line);
              reading_.Emit(as, line);
            }
          });
    }
  } else if (name == "p") {  // DrawingML within a group: a paragraph within a paragraph
    Inlines(node, paragraph, seen);
    return Put(" ", paragraph, seen);
  }
  Seen here = seen;
  here.hidden = here.hidden || IsHiddenDrawing(node);
  Inlines(node, paragraph, here);
}

}  // namespace commonground::ingest::parser
