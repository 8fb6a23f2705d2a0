// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pandoc's JSON names every element {"t": type, "c": content}.  A block that holds blocks (a quotation, a list item, a
// table cell) hands its kind down to the paragraphs in it.
#include "ingest/parser/pandoc_json.h"

#include <simdjson.h>

#include <algorithm>

namespace commonground::ingest::parser {

namespace {

using Json = simdjson::dom::element;  // small; points into the document
using model::PartKind;
using simdjson::dom::array;

constexpr int kMaxDepth = 256;

struct TooDeep {};

class Walker {
 public:
  explicit Walker(Parsed& parsed) : parsed_(parsed) {}

  void Blocks(Json blocks, int depth) {
    if (depth > kMaxDepth) throw TooDeep{};
    for (Json block : array(blocks)) Block(block, depth);
  }

 private:
  static std::string_view Str(Json text) { return text; }

  struct As {  // what a paragraph counts as, here
    PartKind kind = PartKind::kParagraph;
    int level = 0;
  };

  void Block(Json block, int depth) {
    const std::string_view type = block["t"];
    if (type == "HorizontalRule" || type == "RawBlock" || type == "Null") return;
    Json c = block["c"];
    if (type == "Para" || type == "Plain") {
      Emit(as_.kind, as_.level, Text(c, depth));
    } else if (type == "Header") {
      Emit(PartKind::kHeading, static_cast<int>(std::min<std::int64_t>(c.at(0), 6)), Text(c.at(2), depth));
    } else if (type == "LineBlock") {
      for (Json line : array(c)) Emit(as_.kind, as_.level, Text(line, depth));
    } else if (type == "CodeBlock") {
      Emit(PartKind::kCode, 0, std::string(Str(c.at(1))));
    } else if (type == "BlockQuote") {
      Within({PartKind::kQuotation, 0}, c, depth);
    } else if (type == "BulletList") {
      Items(c, depth);
    } else if (type == "OrderedList") {
      Items(c.at(1), depth);
    } else if (type == "DefinitionList") {
      for (Json entry : array(c)) {
        Emit(PartKind::kListItem, ListLevel(), Text(entry.at(0), depth));
        for (Json meaning : array(entry.at(1))) Within({PartKind::kListItem, ListLevel()}, meaning, depth);
      }
    } else if (type == "Div") {
      Blocks(c.at(1), depth + 1);
    } else if (type == "Table") {
      Table(c, depth);
    }
  }

  int ListLevel() const { return as_.kind == PartKind::kListItem ? as_.level + 1 : 1; }

  void Items(Json items, int depth) {
    for (Json item : array(items)) Within({PartKind::kListItem, ListLevel()}, item, depth);
  }

  void Within(As as, Json blocks, int depth) {
    const As before = as_;
    as_ = as;
    Blocks(blocks, depth + 1);
    as_ = before;
  }

  // [attributes, caption, columns, head, bodies, foot]; a row is [attributes, cells], a cell ends in its blocks.
  void Table(Json c, int depth) {
    Within({PartKind::kCaption, 0}, c.at(1).at(1), depth);
    int row = 0;
    const auto rows = [&](Json list) {
      for (Json one : array(list)) {
        ++row;
        for (Json cell : array(one.at(1))) Within({PartKind::kTableCell, row}, cell.at(4), depth);
      }
    };
    rows(c.at(3).at(1));
    for (Json body : array(c.at(4))) {
      rows(body.at(2));
      rows(body.at(3));
    }
    rows(c.at(5).at(1));
  }

  std::string Text(Json inlines, int depth) {
    std::string text;
    Inlines(inlines, text, depth);
    return text;
  }

  void Inlines(Json inlines, std::string& text, int depth) {
    if (depth > kMaxDepth) throw TooDeep{};
    for (Json one : array(inlines)) Inline(one, text, depth + 1);
  }

  // The arrow that web pages set at the end of a footnote.  Attributes: [id, classes, pairs].
  static bool LeadsBackFromNote(Json attributes) {
    for (Json name : array(attributes.at(1))) {
      if (const auto word = Str(name); word.starts_with("footnote") && word.find("ack") != word.npos) return true;
    }
    return false;
  }

  void Inline(Json one, std::string& text, int depth) {
    const std::string_view type = one["t"];
    if (type == "Space" || type == "SoftBreak" || type == "LineBreak") {
      text += ' ';
    } else if (type == "Str") {
      text += Str(one["c"]);
    } else if (type == "Code" || type == "Math") {
      text += Str(one["c"].at(1));
    } else if (type == "Quoted") {
      const bool twice = Str(one["c"].at(0)["t"]) == "DoubleQuote";
      text += twice ? "\u201c" : "\u2018";
      Inlines(one["c"].at(1), text, depth);
      text += twice ? "\u201d" : "\u2019";
    } else if (type == "Note") {
      notes_.push_back(one["c"]);
    } else if (type == "Link" && LeadsBackFromNote(one["c"].at(0))) {
      return;
    } else if (type == "Link" || type == "Image" || type == "Span" || type == "Cite") {
      Inlines(one["c"].at(1), text, depth);
    } else if (type != "RawInline") {
      Inlines(one["c"], text, depth);  // Emph, Strong, Underline, Strikeout, SmallCaps, Superscript, Subscript
    }
  }

  void Emit(PartKind kind, int level, std::string text) {
    if (text.find_first_not_of(" \n\t") != std::string::npos) parsed_.blocks.push_back({kind, level, 0, {}, text});
    if (in_note_) return;
    const auto notes = std::exchange(notes_, {});
    in_note_ = true;  // a footnote of a footnote is left where it is: pandoc makes none
    for (Json note : notes) Within({PartKind::kFootnote, 0}, note, 0);
    in_note_ = false;
    notes_.clear();
  }

  Parsed& parsed_;
  As as_;
  std::vector<Json> notes_;
  bool in_note_ = false;
};

core::Result<Parsed> TooDeepToRead() {
  return core::Fail(core::ErrorCode::kInvalidInput,
                    "the file's lists or tables are nested deeper than 256. Fix: save it as plain text");
}

}  // namespace

core::Result<Parsed> ParsePandocJson(std::string_view bytes, const Wishes&) {
  Parsed parsed;
  try {
    simdjson::dom::parser parser;
    Json document = parser.parse(bytes.data(), bytes.size());
    Walker(parsed).Blocks(document["blocks"], 0);
  } catch (const simdjson::simdjson_error& error) {
    if (error.error() == simdjson::DEPTH_ERROR) return TooDeepToRead();
    return core::Fail(core::ErrorCode::kInvalidInput, "the file could not be turned into text");
  } catch (const TooDeep&) {
    return TooDeepToRead();
  }
  return parsed;
}

}  // namespace commonground::ingest::parser
