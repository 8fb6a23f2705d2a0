// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Walks through a web page and takes the words that a reader sees.

#include "ingest/parser/page_text.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>

#include "ingest/parser/docx_text.h"
#include "ingest/parser/list_number.h"

namespace commonground::ingest::parser {

namespace {

using model::PartKind;
using Names = std::set<std::string_view>;

const Names kBlocks{"address", "article", "aside",   "blockquote", "body",     "caption",  "center",   "dd",
                    "details", "dialog",  "dir",     "div",        "dl",       "dt",       "fieldset", "figcaption",
                    "figure",  "footer",  "form",    "frameset",   "h1",       "h2",       "h3",       "h4",
                    "h5",      "h6",      "header",  "hgroup",     "hr",       "html",     "legend",   "li",
                    "main",    "menu",    "nav",     "ol",         "optgroup", "option",   "p",        "pre",
                    "search",  "section", "summary", "table",      "tbody",    "td",       "tfoot",    "th",
                    "thead",   "tr",      "ul",      "listing",    "xmp",      "plaintext"};

std::string Words(const xmlNode* node) {
  return TextBelow(node, kBlocks, {"script", "style"});
}

bool IsBlockDisplay(const std::string& display) {
  return display == "block" || display == "list-item" || display == "flex" || display == "grid" ||
         display.starts_with("table");
}

// The arrow that web pages set at the end of a footnote.
bool LeadsBackFromNote(const xmlNode* link) {
  const std::string classes = AttributeOf(link, "class");
  return classes.find("footnote") != std::string::npos && classes.find("ack") != std::string::npos;
}

}  // namespace

void PageText::Read(const xmlNode* root) {
  Walk(root, {});
  Flush();
}

void PageText::Flush() {
  std::string text = std::exchange(text_, {});
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return;
  if (!number_.empty()) {
    reading_.Made(number_);
    text.insert(0, std::exchange(number_, {}) + ' ');
  }
  reading_.Emit(as_, std::move(text));
}

void PageText::Put(std::string_view words, const Seen& seen) {
  if (seen.hidden) return reading_.Leave(LeftOut::kHidden, words);
  if (text_.empty()) as_ = seen.as;
  text_ += words;
  if (!seen.language.empty()) reading_.Language(seen.language, static_cast<std::int64_t>(words.size()));
}

void PageText::PutMade(const std::string& words, const Seen& seen) {
  if (seen.hidden || words.empty()) return;
  reading_.Made(words);
  Put(words, seen);
}

// Is this an element that is not shown at all?
bool PageText::LeaveElement(const xmlNode* node, std::string_view name, const Seen& seen) {
  static const Names kNothing{"script", "style", "meta", "link", "base", "param", "col", "colgroup"};
  static const Names kInstead{"noscript", "iframe", "noframes", "noembed", "object",
                              "video",    "audio",  "canvas",   "applet"};
  if (name == "script") reading_.Remove("scripts");
  if (name == "iframe" || name == "frame") reading_.Remove("frames");
  if (name == "object" || name == "embed") reading_.Remove("embedded objects");
  if (kNothing.contains(name)) return true;
  const bool has_parent = node->parent != nullptr && node->parent->type == XML_ELEMENT_NODE;
  const bool in_svg = has_parent && (NameOf(node->parent) == "svg" || NameOf(node->parent) == "g");
  if (name == "title" && !in_svg) {
    reading_.Leave(LeftOut::kWindowTitle, Words(node));
  } else if (kInstead.contains(name)) {
    reading_.Leave(LeftOut::kInstead, Words(node));
  } else if (name == "del") {
    reading_.Leave(LeftOut::kDeleted, Words(node));
  } else if (name == "template" || name == "datalist" || FindAttribute(node, "hidden") != nullptr ||
             (name == "dialog" && FindAttribute(node, "open") == nullptr)) {
    reading_.Leave(LeftOut::kHidden, Words(node));
  } else if (name == "rp" || name == "metadata" || name == "annotation" || name == "annotation-xml" ||
             (name == "a" && LeadsBackFromNote(node))) {
    reading_.Ignore(Words(node));
  } else {
    return seen.hidden && name == "img";
  }
  return true;
}

void PageText::Walk(const xmlNode* node, const Seen& seen) {
  if (IsText(node)) return Put(View(node->content), seen);
  if (node->type == XML_ENTITY_REF_NODE) return Put(OwnTextOfPage("&" + std::string(View(node->name)) + ";"), seen);
  const std::string_view name = NameOf(node);
  if (name.empty() || LeaveElement(node, name, seen)) return;
  const PageStyle style = styles_.Of(node);
  if (style.display == "none") return reading_.Leave(LeftOut::kHidden, Words(node));
  Seen here = seen;
  if (!style.visibility.empty()) here.hidden = style.visibility == "hidden" || style.visibility == "collapse";
  if (const std::string tag = AttributeOf(node, "lang"); !tag.empty()) here.language = tag;
  const bool block = kBlocks.contains(name) || IsBlockDisplay(style.display);
  if (block) Flush();
  Inside(node, name, style, here);
  if (block) Flush();
}

void PageText::Inside(const xmlNode* node, std::string_view name, const PageStyle& style, Seen seen) {
  if (name == "br") return Put(seen.as.kind == PartKind::kCode ? "\n" : " ", seen);
  if (name == "math") {
    Put(LineOfMath(node), seen);
    std::string beside;
    for (const xmlNode* below = node->children; below != nullptr; below = below->next) {
      if (const xmlNode* note = Child(below, "annotation")) beside += Words(note);
    }
    return reading_.Ignore(beside);
  }
  if (name == "ul" || name == "ol" || name == "menu" || name == "dir") return List(node, style, seen);
  if (name == "table") return Table(node, seen);
  Described(node, name, seen);
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
    seen.as = {PartKind::kHeading, name[1] - '0'};
  } else if (name == "blockquote") {
    seen.as = {PartKind::kQuotation, 0};
  } else if (name == "figcaption" || name == "caption") {
    seen.as = {PartKind::kCaption, 0};
  } else if (name == "pre" || name == "listing" || name == "xmp" || name == "plaintext") {
    seen.as = {PartKind::kCode, 0};
  } else if (name == "dt" || name == "dd" || (name == "li" && seen.as.kind != PartKind::kListItem)) {
    seen.as = {PartKind::kListItem, std::max(1, seen.lists)};
  }
  if (name == "q") Put("“", seen);
  if (name == "rt") Put("(", seen);
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) Walk(child, seen);
  if (name == "rt") Put(")", seen);
  if (name == "q") Put("”", seen);
  if (name == "text" || name == "desc") Put(" ", seen);
}

// Words in attributes that a reader sees.
void PageText::Described(const xmlNode* node, std::string_view name, const Seen& seen) {
  if (name == "img" || name == "area") {
    if (name == "img") reading_.Remove("pictures");
    PutMade(AttributeOf(node, "alt"), seen);
  } else if (name == "input") {
    static const Names kUnseen{"hidden", "password", "checkbox", "radio", "file", "range", "color"};
    const std::string type = AttributeOf(node, "type");
    if (kUnseen.contains(type)) return;
    std::string value = AttributeOf(node, type == "image" ? "alt" : "value");
    if (value.empty()) value = AttributeOf(node, "placeholder");
    if (!value.empty()) PutMade(" " + value + " ", seen);
  } else if (name == "textarea" && TextBelow(node, {}).empty()) {
    PutMade(AttributeOf(node, "placeholder"), seen);
  } else if (name == "optgroup" || (name == "option" && node->children == nullptr)) {
    PutMade(AttributeOf(node, "label"), seen);
  }
}

void PageText::List(const xmlNode* node, const PageStyle& style, const Seen& seen) {
  static const Names kMarks{"none", "disc", "circle", "square"};
  const bool numbered = NameOf(node) == "ol";
  Seen item = seen;
  ++item.lists;
  if (seen.as.kind != PartKind::kFootnote) item.as = {PartKind::kListItem, item.lists};
  std::string form = AttributeOf(node, "type");
  for (std::size_t at = 0; at < style.list.size();) {
    const std::size_t end = std::min(style.list.find(' ', at), style.list.size());
    const std::string word = style.list.substr(at, end - at);
    if (word != "inside" && word != "outside" && !word.starts_with("url(")) form = word;
    at = end + 1;
  }
  if (form.empty()) form = "1";
  int count = 0;
  EachChild(node, [&count](const xmlNode* child) { count += NameOf(child) == "li" ? 1 : 0; });
  const std::string start = AttributeOf(node, "start");
  const bool backwards = FindAttribute(node, "reversed") != nullptr;
  int next = !start.empty() ? std::clamp(std::atoi(start.c_str()), -1'000'000, 1'000'000) : backwards ? count : 1;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    number_.clear();
    if (numbered && NameOf(child) == "li") {
      if (const std::string value = AttributeOf(child, "value"); !value.empty())
        next = std::clamp(std::atoi(value.c_str()), -1'000'000, 1'000'000);
      const PageStyle own = styles_.Of(child);
      if (!kMarks.contains(form) && !kMarks.contains(own.list))
        number_ = NumberAs(own.list.empty() ? form : own.list, next) + '.';
      next += backwards ? -1 : 1;
    }
    Walk(child, item);
  }
  number_.clear();
}

// A table within a cell stays in the row of that cell.
void PageText::Table(const xmlNode* node, const Seen& seen) {
  const bool inner = seen.as.kind == PartKind::kTableCell;
  const int before = std::exchange(row_, inner ? seen.as.level : 0);
  const std::function<void(const xmlNode*, const Seen&)> rows = [&](const xmlNode* group, const Seen& outer) {
    for (const xmlNode* child = group->children; child != nullptr; child = child->next) {
      const std::string_view name = NameOf(child);
      const bool part = name == "tr" || name == "thead" || name == "tbody" || name == "tfoot";
      if (!part) {
        Seen cell = outer;
        if (name == "td" || name == "th") cell.as = {PartKind::kTableCell, row_};
        Walk(child, cell);
        continue;
      }
      if (LeaveElement(child, name, outer)) continue;
      const PageStyle style = styles_.Of(child);
      if (style.display == "none") {
        reading_.Leave(LeftOut::kHidden, Words(child));
        continue;
      }
      Seen here = outer;
      if (!style.visibility.empty()) here.hidden = style.visibility != "visible";
      if (name == "tr" && !inner) ++row_;
      rows(child, here);
    }
  };
  rows(node, seen);
  row_ = before;
}

}  // namespace commonground::ingest::parser
