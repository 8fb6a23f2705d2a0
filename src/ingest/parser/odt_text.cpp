// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Walks through an ODT and takes its words in reading order.

#include "ingest/parser/odt_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "ingest/parser/docx_text.h"

namespace commonground::ingest::parser {

namespace {

using model::PartKind;

const std::set<std::string_view> kBreaks{"p",     "h",    "tab", "line-break", "table-cell",         "list-item",
                                         "title", "desc", "s",   "table-row",  "covered-table-cell", "soft-page-break"};
const std::set<std::string_view> kNoWords{"automatic-styles", "scripts",       "font-face-decls", "binary-data",
                                          "number",           "note-citation", "event-listeners", "forms",
                                          "script",           "styles",        "annotation-end",  "change-info"};

std::string Words(const xmlNode* node) {
  return TextBelow(node, kBreaks, kNoWords);
}

bool IsYes(const xmlNode* node, std::string_view attribute) {
  return AttributeOf(node, attribute) == "true";
}

// What is written in a field of a form, or on it; the field stands in the text and is told apart in the document's
// forms.
std::string WordsOfField(const xmlNode* field) {
  static const std::set<std::string_view> kUnseen{"hidden", "password", "file", "grid"};
  if (kUnseen.contains(NameOf(field))) return {};
  std::string words = AttributeOf(field, "label");
  const auto add = [&words](const std::string& more) {
    if (!more.empty()) words += (words.empty() ? "" : " ") + more;
  };
  const std::string written = AttributeOf(field, "current-value");
  if (NameOf(field) != "checkbox" && NameOf(field) != "radio")
    add(written.empty() ? AttributeOf(field, "value") : written);
  EachChild(field, [&](const xmlNode* child) {
    const std::string_view name = NameOf(child);
    if (name == "option" || name == "item") add(AttributeOf(child, "label"));
    if (name == "p" && written.empty()) add(TextBelow(child, {}));
  });
  return words;
}

bool HoldsBlocks(const xmlNode* node) {
  if (NameOf(node) == "text-box") return true;
  constexpr std::array kBlocks{"p", "h", "list", "table", "section", "numbered-paragraph"};
  return std::ranges::any_of(kBlocks, [node](const char* name) { return Child(node, name) != nullptr; });
}

}  // namespace

const OwnText kOdtOwn{kBreaks, kNoWords, false};

void OdtText::Blocks(const xmlNode* node, As as) {
  EachChild(node, [&](const xmlNode* child) { Block(child, as); });
}

void OdtText::Block(const xmlNode* node, As as) {
  const std::string_view name = NameOf(node);
  if (name == "p" || name == "h") return ReadParagraph(node, as);
  if (name == "list") return ReadList(node, as);
  if (name == "table") return Table(node, as);
  if (name == "tracked-changes") return Changes(node);
  if (name == "annotation") return Comment(node);
  if (name == "forms") return Forms(node);
  if (kNoWords.contains(name)) return;
  if (name == "section") {
    const std::string display = AttributeOf(node, "display");
    if (display == "none" || IsYes(node, "is-hidden")) return reading_.Leave(LeftOut::kHidden, Words(node));
  }
  if (name == "numbered-paragraph") {
    const List before = std::exchange(list_, {});
    list_.style = AttributeOf(node, "style-name");
    if (list_.style.empty()) list_.style = "numbered paragraphs";
    list_.level = std::max(1, std::atoi(AttributeOf(node, "level").c_str()));
    list_.numbered = true;
    if (const std::string start = AttributeOf(node, "start-value"); !start.empty())
      list_.start = std::atoi(start.c_str());
    Blocks(node, {PartKind::kListItem, list_.level});
    list_ = before;
    return;
  }
  if (name == "frame" || name == "control" || name == "object" || name == "title" ||
      name == "desc") {  // at a page, not in a paragraph
    Paragraph loose;
    loose.as = as;
    Inline(node, loose, false);
    reading_.Emit(loose.as, std::move(loose.text));
    for (const auto& read : loose.after) read();
    return;
  }
  Blocks(node, as);
}

void OdtText::ReadList(const xmlNode* node, As as) {
  const List before = list_;
  list_.level = before.level + 1;
  if (const std::string style = AttributeOf(node, "style-name"); !style.empty()) list_.style = style;
  const bool goes_on = IsYes(node, "continue-numbering") || !AttributeOf(node, "continue-list").empty();
  if (before.level == 0 && !goes_on) numbers_.BeginList(list_.style);
  EachChild(node, [&](const xmlNode* item) {
    list_.numbered = NameOf(item) == "list-item";
    list_.start.reset();
    if (const std::string start = AttributeOf(item, "start-value"); !start.empty())
      list_.start = std::atoi(start.c_str());
    Blocks(item, as.kind == PartKind::kFootnote ? as : As{PartKind::kListItem, list_.level});
  });
  list_ = before;
}

std::string OdtText::NumberOf(const xmlNode* node, Paragraph& paragraph, As as) {
  const bool heading = NameOf(node) == "h";
  if (heading) {
    const int level = std::max(1, std::atoi(AttributeOf(node, "outline-level").c_str()));
    paragraph.as = {PartKind::kHeading, std::min(level, 6)};
    if (!list_.numbered && list_.level == 0) {
      if (IsYes(node, "is-list-header")) return {};
      const std::string start = AttributeOf(node, "start-value");
      return numbers_.Next("", level, start.empty() ? std::nullopt : std::optional(std::atoi(start.c_str())));
    }
  }
  if (!std::exchange(list_.numbered, false)) return {};
  std::string style = list_.style;
  if (style.empty()) style = styles_.ListStyleOf(AttributeOf(node, "style-name"));
  if (!heading && as.kind == PartKind::kParagraph) paragraph.as = {PartKind::kListItem, list_.level};
  return numbers_.Next(style, list_.level, std::exchange(list_.start, std::nullopt));
}

void OdtText::ReadParagraph(const xmlNode* node, As as) {
  Paragraph paragraph;
  const std::string style = AttributeOf(node, "style-name");
  paragraph.as = styles_.KindOf(style);
  if (paragraph.as.kind == PartKind::kParagraph) paragraph.as = as;
  const std::string number = NumberOf(node, paragraph, as);
  bool hidden = styles_.IsHidden("paragraph", style);
  EachChild(node, [&](const xmlNode* child) {
    hidden = hidden || (NameOf(child) == "hidden-paragraph" && IsYes(child, "is-hidden"));
  });
  Inlines(node, paragraph, hidden);
  if (!number.empty() && paragraph.text.find_first_not_of(" \n") != std::string::npos) {
    reading_.Made(number);
    paragraph.text.insert(0, number + ' ');
  }
  reading_.Language(styles_.LanguageOf(style), static_cast<std::int64_t>(paragraph.text.size()));
  reading_.Emit(paragraph.as, std::move(paragraph.text));
  for (const auto& read : paragraph.after) read();
}

void OdtText::Table(const xmlNode* node, As as) {
  int row = 0;
  Rows(node, as, row);
}

void OdtText::Rows(const xmlNode* node, As as, int& row) {
  EachChild(node, [&](const xmlNode* child) {
    const std::string_view name = NameOf(child);
    if (name != "table-row") {
      if (name == "title" || name == "desc") return reading_.Ignore(Words(child));
      if (name == "shapes") return Blocks(child, as);
      return Rows(child, as, row);
    }
    const std::string visibility = AttributeOf(child, "visibility");
    if (visibility == "collapse" || visibility == "filter") return reading_.Leave(LeftOut::kHidden, Words(child));
    ++row;
    const As cell{PartKind::kTableCell, as.kind == PartKind::kTableCell ? as.level : row};
    EachChild(child, [&](const xmlNode* inner) {
      if (NameOf(inner) == "covered-table-cell") return reading_.Leave(LeftOut::kHidden, Words(inner));
      const List before = std::exchange(list_, {});
      Blocks(inner, cell);
      list_ = before;
    });
  });
}

void OdtText::Story(const xmlNode* node, As as) {
  const List before = std::exchange(list_, {});
  Blocks(node, as);
  list_ = before;
}

// Words that were deleted and wait for somebody to say so.
void OdtText::Changes(const xmlNode* node) {
  reading_.Leave(LeftOut::kDeleted, Words(node));
}

void OdtText::Comment(const xmlNode* node) {
  std::string words;
  EachChild(node, [&](const xmlNode* child) {
    const std::string_view name = NameOf(child);
    if (name == "p" || name == "list") {
      words += Words(child) + ' ';
    } else {
      reading_.Ignore(Words(child));
    }
  });
  reading_.Remove("comments");
  reading_.Leave(LeftOut::kComment, words);
}

void OdtText::Put(std::string_view words, Paragraph& paragraph, bool hidden) {
  if (hidden) return reading_.Leave(LeftOut::kHidden, words);
  paragraph.text += words;
}

void OdtText::Inlines(const xmlNode* node, Paragraph& paragraph, bool hidden) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (IsText(child)) Put(View(child->content), paragraph, hidden);
    if (child->type == XML_ELEMENT_NODE) Inline(child, paragraph, hidden);
  }
}

void OdtText::Inline(const xmlNode* node, Paragraph& paragraph, bool hidden) {
  const std::string_view name = NameOf(node);
  const As beside = paragraph.as.kind == PartKind::kTableCell ? paragraph.as : As{};
  if (kNoWords.contains(name)) return;
  if (name == "span") {
    Inlines(node, paragraph, hidden || styles_.IsHidden("text", AttributeOf(node, "style-name")));
  } else if (name == "s" || name == "tab") {
    Put(" ", paragraph, hidden);
  } else if (name == "line-break") {
    Put(paragraph.as.kind == PartKind::kCode ? "\n" : " ", paragraph, hidden);
  } else if (name == "note") {
    const xmlNode* body = Child(node, "note-body");
    if (hidden) return reading_.Leave(LeftOut::kHidden, Words(body));
    if (body != nullptr) paragraph.after.emplace_back([this, body] { Story(body, {PartKind::kFootnote, 0}); });
  } else if (name == "annotation") {
    Comment(node);
  } else if (name == "hidden-text") {
    Inlines(node, paragraph, hidden || IsYes(node, "is-hidden"));
  } else if (name == "hidden-paragraph") {
    Inlines(node, paragraph, true);
  } else if (name == "ruby") {
    EachChild(node, [&](const xmlNode* child) {
      const bool above = NameOf(child) == "ruby-text";
      if (above) Put("(", paragraph, hidden);
      Inlines(child, paragraph, hidden);
      if (above) Put(")", paragraph, hidden);
    });
  } else if (AttributeOf(node, "display") == "none") {  // a field that keeps a value and does not show it
    reading_.Leave(LeftOut::kHidden, Words(node));
  } else if (name == "control") {
    const auto field = fields_.find(AttributeOf(node, "control"));
    if (field == fields_.end() || hidden || field->second.empty()) return;
    reading_.Made(field->second);
    paragraph.text += field->second + ' ';
  } else if (name == "object") {
    Object(node, paragraph, hidden);
  } else if (name == "title" || name == "desc") {  // of a picture: what it is called and what it shows
    Put(Words(node) + ' ', paragraph, hidden);
  } else if (HoldsBlocks(node)) {
    if (hidden) return reading_.Leave(LeftOut::kHidden, Words(node));
    paragraph.after.emplace_back([this, node, beside] { Story(node, beside); });
  } else {
    Inlines(node, paragraph, hidden);
  }
}

// The fields of the document's forms, which stand before the text that names them.
void OdtText::Forms(const xmlNode* forms) {
  std::vector<const xmlNode*> open{forms};
  while (!open.empty()) {
    const xmlNode* node = open.back();
    open.pop_back();
    EachChild(node, [&](const xmlNode* child) {
      open.push_back(child);
      if (const std::string id = AttributeOf(child, "id"); !id.empty()) fields_[id] = WordsOfField(child);
    });
  }
}

void OdtText::Object(const xmlNode* node, Paragraph& paragraph, bool hidden) {
  if (const xmlNode* math = Child(node, "math")) return Put(LineOfMath(math), paragraph, hidden);
  std::string name = AttributeOf(node, "href");
  if (name.starts_with("./")) name.erase(0, 2);
  const auto object = objects_.find(name);
  if (object == objects_.end() || hidden) return;
  for (const std::string& words : object->second) {
    reading_.Made(words);
    paragraph.text += words + ' ';
  }
}

}  // namespace commonground::ingest::parser
