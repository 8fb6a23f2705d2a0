// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads the styles and lists of an ODT.

#include "ingest/parser/odt_styles.h"

#include <algorithm>
#include <cstdlib>

#include "ingest/parser/list_number.h"

namespace commonground::ingest::parser {

namespace {

constexpr int kMaxChain = 32;
constexpr int kLevels = 10;

int NumberOr(const std::string& text, int otherwise) {
  return text.empty() ? otherwise : std::clamp(std::atoi(text.c_str()), -1'000'000, 1'000'000);
}

std::string LanguageIn(const xmlNode* properties) {
  const std::string language = AttributeOf(properties, "language");
  const std::string country = AttributeOf(properties, "country");
  if (language.empty() || language == "none" || language == "zxx") return {};
  return country.empty() || country == "none" ? language : language + '-' + country;
}

}  // namespace

void OdtStyles::Add(const xmlNode* node) {
  const std::string_view kind = NameOf(node);
  const xmlNode* text = Child(node, "text-properties");
  const std::string family = AttributeOf(node, "family");
  if (kind == "default-style" && family == "paragraph") language_ = LanguageIn(text);
  if (kind == "style") {
    Style style{AttributeOf(node, "parent-style-name"), AttributeOf(node, "display-name"),
                AttributeOf(node, "list-style-name"), LanguageIn(text), std::nullopt};
    if (style.name.empty()) style.name = AttributeOf(node, "name");
    if (const std::string display = AttributeOf(text, "display"); !display.empty()) style.hidden = display == "none";
    styles_.emplace(std::pair(family, AttributeOf(node, "name")), std::move(style));
  }
  if (kind != "list-style" && kind != "outline-style") return;
  auto [list, is_new] = lists_.try_emplace(kind == "outline-style" ? "" : AttributeOf(node, "name"));
  if (!is_new) return;
  EachChild(node, [&levels = list->second](const xmlNode* child) {
    if (NameOf(child) != "list-level-style-number" && NameOf(child) != "outline-level-style") return;
    levels[NumberOr(AttributeOf(child, "level"), 1)] = {
        AttributeOf(child, "num-format"), AttributeOf(child, "num-prefix"), AttributeOf(child, "num-suffix"),
        std::clamp(NumberOr(AttributeOf(child, "display-levels"), 1), 1, kLevels),
        NumberOr(AttributeOf(child, "start-value"), 1)};
  });
}

const OdtStyles::Style* OdtStyles::Get(const std::string& family, const std::string& name) const {
  const auto at = styles_.find({family, name});
  return at == styles_.end() ? nullptr : &at->second;
}

As OdtStyles::KindOf(const std::string& paragraph_style) const {
  std::string id = paragraph_style;
  for (int steps = 0; steps < kMaxChain; ++steps) {
    const Style* style = Get("paragraph", id);
    const std::string& name = style == nullptr ? id : style->name;
    if (name == "Quotations") return {model::PartKind::kQuotation, 0};
    if (name == "Title") return {model::PartKind::kHeading, 1};
    if (name == "Preformatted Text" || name == "Preformatted_20_Text") return {model::PartKind::kCode, 0};
    if (name == "Caption") return {model::PartKind::kCaption, 0};
    if (style == nullptr || style->parent.empty()) break;
    id = style->parent;
  }
  return {};
}

bool OdtStyles::IsHidden(const std::string& family, const std::string& name) const {
  const Style* style = Get(family, name);
  for (int steps = 0; style != nullptr && steps < kMaxChain; style = Get(family, style->parent), ++steps) {
    if (style->hidden) return *style->hidden;
  }
  return false;
}

std::string OdtStyles::LanguageOf(const std::string& paragraph_style) const {
  const Style* style = Get("paragraph", paragraph_style);
  for (int steps = 0; style != nullptr && steps < kMaxChain; style = Get("paragraph", style->parent), ++steps) {
    if (!style->language.empty()) return style->language;
  }
  return language_;
}

std::string OdtStyles::ListStyleOf(const std::string& paragraph_style) const {
  const Style* style = Get("paragraph", paragraph_style);
  for (int steps = 0; style != nullptr && steps < kMaxChain; style = Get("paragraph", style->parent), ++steps) {
    if (!style->list.empty()) return style->list;
  }
  return {};
}

const OdtStyles::Level* OdtStyles::Find(const std::string& list_style, int level) const {
  const auto list = lists_.find(list_style);
  if (list == lists_.end()) return nullptr;
  const auto at = list->second.find(level);
  return at == list->second.end() ? nullptr : &at->second;
}

std::string OdtNumbers::Next(const std::string& style, int level, std::optional<int> start) {
  auto& counts = counts_[style];
  const OdtStyles::Level* here = styles_.Find(style, level);
  const auto before = counts.find(level);
  counts[level] = start ? *start : before != counts.end() ? before->second + 1 : here == nullptr ? 1 : here->start;
  counts.erase(counts.upper_bound(level), counts.end());
  if (here == nullptr || here->form.empty()) return {};
  std::string shown;
  for (int which = std::max(1, level - here->shown + 1); which <= level; ++which) {
    const OdtStyles::Level* form = styles_.Find(style, which);
    const auto count = counts.find(which);
    const std::string number = NumberAs(form == nullptr ? "1" : form->form, count != counts.end() ? count->second
                                                                            : form == nullptr     ? 1
                                                                                                  : form->start);
    if (!shown.empty() && !number.empty()) shown += '.';
    shown += number;
  }
  return here->before + shown + here->after;
}

}  // namespace commonground::ingest::parser
