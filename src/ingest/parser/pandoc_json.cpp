// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pandoc's JSON names every element {"t": type, "c": content}.  A block that holds blocks (a quotation, a list item, a
// table cell) hands its kind down to the paragraphs in it.
#include "ingest/parser/pandoc_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace commonground::ingest::parser {

namespace {

using json = nlohmann::json;
using model::PartKind;

constexpr int kMostDepth = 256;

struct TooDeep {};

class Walker {
 public:
  explicit Walker(Parsed& parsed) : parsed_(parsed) {}

  void Blocks(const json& blocks, int depth) {
    if (depth > kMostDepth) throw TooDeep{};
    for (const json& block : blocks) Block(block, depth);
  }

 private:
  struct As {  // what a paragraph counts as, here
    PartKind kind = PartKind::kParagraph;
    int level = 0;
  };

  void Block(const json& block, int depth) {
    const std::string type = block.at("t");
    if (type == "HorizontalRule" || type == "RawBlock" || type == "Null") return;
    const json& c = block.at("c");
    if (type == "Para" || type == "Plain") {
      Emit(as_.kind, as_.level, Text(c, depth));
    } else if (type == "Header") {
      Emit(PartKind::kHeading, std::min(c.at(0).get<int>(), 6), Text(c.at(2), depth));
    } else if (type == "LineBlock") {
      for (const json& line : c) Emit(as_.kind, as_.level, Text(line, depth));
    } else if (type == "CodeBlock") {
      Emit(PartKind::kCode, 0, c.at(1).get<std::string>());
    } else if (type == "BlockQuote") {
      Within({PartKind::kQuotation, 0}, c, depth);
    } else if (type == "BulletList") {
      Items(c, depth);
    } else if (type == "OrderedList") {
      Items(c.at(1), depth);
    } else if (type == "DefinitionList") {
      for (const json& entry : c) {
        Emit(PartKind::kListItem, ListLevel(), Text(entry.at(0), depth));
        for (const json& meaning : entry.at(1)) Within({PartKind::kListItem, ListLevel()}, meaning, depth);
      }
    } else if (type == "Div") {
      Blocks(c.at(1), depth + 1);
    } else if (type == "Table") {
      Table(c, depth);
    }
  }

  int ListLevel() const { return as_.kind == PartKind::kListItem ? as_.level + 1 : 1; }

  void Items(const json& items, int depth) {
    for (const json& item : items) Within({PartKind::kListItem, ListLevel()}, item, depth);
  }

  void Within(As as, const json& blocks, int depth) {
    const As before = as_;
    as_ = as;
    Blocks(blocks, depth + 1);
    as_ = before;
  }

  // [attributes, caption, columns, head, bodies, foot]; a row is [attributes, cells], a cell ends in its blocks.
  void Table(const json& c, int depth) {
    Within({PartKind::kCaption, 0}, c.at(1).at(1), depth);
    int row = 0;
    const auto rows = [&](const json& list) {
      for (const json& one : list) {
        ++row;
        for (const json& cell : one.at(1)) Within({PartKind::kTableCell, row}, cell.at(4), depth);
      }
    };
    rows(c.at(3).at(1));
    for (const json& body : c.at(4)) {
      rows(body.at(2));
      rows(body.at(3));
    }
    rows(c.at(5).at(1));
  }

  std::string Text(const json& inlines, int depth) {
    std::string text;
    Inlines(inlines, text, depth);
    return text;
  }

  void Inlines(const json& inlines, std::string& text, int depth) {
    if (depth > kMostDepth) throw TooDeep{};
    for (const json& one : inlines) Inline(one, text, depth + 1);
  }

  // The arrow that web pages set at the end of a footnote.  Attributes: [id, classes, pairs].
  static bool LeadsBackFromNote(const json& attributes) {
    return std::ranges::any_of(attributes.at(1), [](const json& name) {
      return name == "footnote-back" || name == "footnote-backref" || name == "footnoteBackLink";
    });
  }

  void Inline(const json& one, std::string& text, int depth) {
    const std::string type = one.at("t");
    if (type == "Space" || type == "SoftBreak" || type == "LineBreak") {
      text += ' ';
    } else if (type == "Str") {
      text += one.at("c").get_ref<const std::string&>();
    } else if (type == "Code" || type == "Math") {
      text += one.at("c").at(1).get_ref<const std::string&>();
    } else if (type == "Quoted") {
      const bool twice = one.at("c").at(0).at("t") == "DoubleQuote";
      text += twice ? "\u201c" : "\u2018";
      Inlines(one.at("c").at(1), text, depth);
      text += twice ? "\u201d" : "\u2019";
    } else if (type == "Note") {
      notes_.push_back(&one.at("c"));
    } else if (type == "Link" && LeadsBackFromNote(one.at("c").at(0))) {
      return;
    } else if (type == "Link" || type == "Image" || type == "Span" || type == "Cite") {
      Inlines(one.at("c").at(1), text, depth);
    } else if (type != "RawInline") {
      Inlines(one.at("c"), text, depth);  // Emph, Strong, Underline, Strikeout, SmallCaps, Superscript, Subscript
    }
  }

  void Emit(PartKind kind, int level, std::string text) {
    if (text.find_first_not_of(" \n\t") != std::string::npos) parsed_.blocks.push_back({kind, level, 0, {}, text});
    if (in_note_) return;
    const auto notes = std::exchange(notes_, {});
    in_note_ = true;  // a footnote of a footnote is left where it is: pandoc makes none
    for (const json* note : notes) Within({PartKind::kFootnote, 0}, *note, 0);
    in_note_ = false;
    notes_.clear();
  }

  Parsed& parsed_;
  As as_;
  std::vector<const json*> notes_;
  bool in_note_ = false;
};

}  // namespace

core::Result<Parsed> ParsePandocJson(std::string_view bytes, const Wishes&) {
  Parsed parsed;
  try {
    const json document = json::parse(bytes);
    Walker(parsed).Blocks(document.at("blocks"), 0);
  } catch (const json::exception&) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the file could not be turned into text");
  } catch (const TooDeep&) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "the file's lists or tables are nested deeper than 256. Way out: save it as plain text");
  }
  return parsed;
}

}  // namespace commonground::ingest::parser
