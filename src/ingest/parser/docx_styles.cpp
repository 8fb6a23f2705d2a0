// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads the styles and numberings of a DOCX.

#include "ingest/parser/docx_styles.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/small_ascii.h"
#include "ingest/parser/list_number.h"

namespace commonground::ingest::parser {

namespace {

constexpr int kMaxChain = 32;  // of styles that are based on each other

std::optional<int> NumberOf(const xmlNode* property) {
  const std::string value = AttributeOf(property, "val");
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() ? std::optional(std::clamp(number, -1'000'000, 1'000'000)) : std::nullopt;
}

std::optional<bool> Switch(const xmlNode* property) {
  return property == nullptr ? std::nullopt : std::optional(IsOn(property));
}

bool IsOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

std::optional<As> KindByName(const std::string& name) {
  if (name.size() == 9 && name.starts_with("heading ") && name[8] >= '1' && name[8] <= '9') {
    return As{model::PartKind::kHeading, std::min(name[8] - '0', 6)};
  }
  if (name == "title") return As{model::PartKind::kHeading, 1};
  if (IsOneOf(name, {"quote", "intense quote", "block text", "block quote", "block quotation", "quotations"})) {
    return As{model::PartKind::kQuotation, 0};
  }
  if (IsOneOf(name, {"caption", "table caption", "image caption"})) return As{model::PartKind::kCaption, 0};
  if (IsOneOf(name, {"source code", "html preformatted", "preformatted text"})) return As{model::PartKind::kCode, 0};
  return std::nullopt;
}

}  // namespace

bool IsOn(const xmlNode* property) {
  return property != nullptr && !IsOneOf(AttributeOf(property, "val"), {"0", "false", "off", "none"});
}

DocxStyles::DocxStyles(const xmlNode* styles) {
  const xmlNode* defaults = Child(Child(Child(styles, "docDefaults"), "rPrDefault"), "rPr");
  hidden_ = IsOn(Child(defaults, "vanish"));
  language_ = AttributeOf(Child(defaults, "lang"), "val");
  EachChild(styles, [this](const xmlNode* node) {
    if (NameOf(node) != "style") return;
    const std::string id = AttributeOf(node, "styleId");
    const xmlNode* paragraph = Child(node, "pPr");
    const xmlNode* run = Child(node, "rPr");
    Style style;
    style.name = core::SmallAscii(AttributeOf(Child(node, "name"), "val"));
    style.based_on = AttributeOf(Child(node, "basedOn"), "val");
    style.hidden = Switch(Child(run, "vanish"));
    style.outline = NumberOf(Child(paragraph, "outlineLvl"));
    style.number = AttributeOf(Child(Child(paragraph, "numPr"), "numId"), "val");
    style.level = NumberOf(Child(Child(paragraph, "numPr"), "ilvl"));
    const std::string is_default = AttributeOf(node, "default");
    if (AttributeOf(node, "type") == "paragraph" && (is_default == "1" || is_default == "true"))
      default_paragraph_ = id;
    styles_.emplace(id, std::move(style));
  });
}

const DocxStyles::Style* DocxStyles::Find(const std::string& id) const {
  const auto at = styles_.find(id);
  return at == styles_.end() ? nullptr : &at->second;
}

const DocxStyles::Style* DocxStyles::OfParagraph(const xmlNode* properties) const {
  const xmlNode* named = Child(properties, "pStyle");
  return Find(named == nullptr ? default_paragraph_ : AttributeOf(named, "val"));
}

As DocxStyles::KindOf(const xmlNode* properties) const {
  auto outline = NumberOf(Child(properties, "outlineLvl"));
  std::optional<As> named;
  const xmlNode* style_name = Child(properties, "pStyle");
  // A file may name a style by Word's own id without holding it.
  if (style_name != nullptr && OfParagraph(properties) == nullptr) {
    std::string id = core::SmallAscii(AttributeOf(style_name, "val"));
    if (id.starts_with("heading") && id.size() == 8) id = "heading " + id.substr(7);
    named = KindByName(id);
  }
  int steps = 0;
  for (const Style* style = OfParagraph(properties); style != nullptr && steps < kMaxChain;
       style = Find(style->based_on), ++steps) {
    if (!named) named = KindByName(style->name);
    if (!outline) outline = style->outline;
  }
  if (named && named->kind != model::PartKind::kHeading) return *named;
  if (outline && *outline >= 0 && *outline < 9) return {model::PartKind::kHeading, std::min(*outline + 1, 6)};
  return outline && *outline == 9 && !named ? As{} : named.value_or(As{});
}

bool DocxStyles::IsHiddenBy(const Style* style) const {
  for (int steps = 0; style != nullptr && steps < kMaxChain; style = Find(style->based_on), ++steps) {
    if (style->hidden) return *style->hidden;
  }
  return false;
}

bool DocxStyles::HidesTable(const xmlNode* properties) const {
  const std::string style = AttributeOf(Child(properties, "tblStyle"), "val");
  return !style.empty() && IsHiddenBy(Find(style));
}

bool DocxStyles::IsHidden(const xmlNode* run, const xmlNode* paragraph) const {
  if (const auto direct = Switch(Child(run, "vanish"))) return *direct;
  // A toggle: the character style turns round what the paragraph's style says (17.7.3).
  const bool by_paragraph = IsHiddenBy(OfParagraph(paragraph)) || hidden_;
  return by_paragraph != IsHiddenBy(Find(AttributeOf(Child(run, "rStyle"), "val")));
}

std::optional<DocxStyles::ListPlace> DocxStyles::ListOf(const xmlNode* properties) const {
  const xmlNode* direct = Child(properties, "numPr");
  ListPlace place;
  place.number = AttributeOf(Child(direct, "numId"), "val");
  auto level = NumberOf(Child(direct, "ilvl"));
  const xmlNode* named = Child(properties, "pStyle");
  std::string id = named == nullptr ? default_paragraph_ : AttributeOf(named, "val");
  for (int steps = 0; steps < kMaxChain; ++steps) {
    const Style* style = Find(id);
    if (style == nullptr || !place.number.empty()) break;
    if (!style->number.empty()) {
      place.number = style->number;
      place.style = id;
      if (!level) level = style->level;
    }
    id = style->based_on;
  }
  if (place.number.empty()) return std::nullopt;
  place.level = std::clamp(level.value_or(-1), -1, 8);
  return place;
}

std::string DocxStyles::NumberingOf(const std::string& style) const {
  const Style* found = Find(style);
  return found == nullptr ? std::string() : found->number;
}

DocxNumbering::DocxNumbering(const xmlNode* numbering, const DocxStyles& styles) {
  std::map<std::string, std::string> links;  // a list whose levels are another's, by its style
  EachChild(numbering, [&](const xmlNode* node) {
    if (NameOf(node) == "abstractNum") {
      const std::string id = AttributeOf(node, "abstractNumId");
      Levels& levels = lists_[id];
      EachChild(node, [&](const xmlNode* child) {
        if (NameOf(child) == "lvl") levels[std::atoi(AttributeOf(child, "ilvl").c_str())] = ReadLevel(child);
        if (NameOf(child) == "numStyleLink") links[id] = AttributeOf(child, "val");
      });
    }
    if (NameOf(node) != "num") return;
    Number number;
    number.list = AttributeOf(Child(node, "abstractNumId"), "val");
    EachChild(node, [&](const xmlNode* child) {
      if (NameOf(child) != "lvlOverride") return;
      const int level = std::atoi(AttributeOf(child, "ilvl").c_str());
      if (const auto start = NumberOf(Child(child, "startOverride"))) number.starts[level] = *start;
      if (const xmlNode* instead = Child(child, "lvl")) number.instead[level] = ReadLevel(instead);
    });
    numbers_.emplace(AttributeOf(node, "numId"), std::move(number));
  });
  for (auto& [id, number] : numbers_) {
    const auto link = links.find(number.list);
    if (link == links.end()) continue;
    const auto real = numbers_.find(styles.NumberingOf(link->second));
    if (real != numbers_.end() && !lists_[real->second.list].empty()) number.list = real->second.list;
  }
}

DocxNumbering::Level DocxNumbering::ReadLevel(const xmlNode* node) {
  Level level;
  level.start = NumberOf(Child(node, "start")).value_or(0);
  if (const xmlNode* form = Child(node, "numFmt")) level.form = AttributeOf(form, "val");
  level.text = AttributeOf(Child(node, "lvlText"), "val");
  level.style = AttributeOf(Child(node, "pStyle"), "val");
  level.digits_only = IsOn(Child(node, "isLgl"));
  level.restart = NumberOf(Child(node, "lvlRestart"));
  return level;
}

const DocxNumbering::Level* DocxNumbering::Find(const Number& number, int level) const {
  if (const auto instead = number.instead.find(level); instead != number.instead.end()) return &instead->second;
  const auto list = lists_.find(number.list);
  if (list == lists_.end()) return nullptr;
  const auto at = list->second.find(level);
  return at == list->second.end() ? nullptr : &at->second;
}

int DocxNumbering::LevelFor(const DocxStyles::ListPlace& place) const {
  if (place.level >= 0) return place.level;
  const auto number = numbers_.find(place.number);
  for (int level = 0; number != numbers_.end() && !place.style.empty() && level < kLevels; ++level) {
    const Level* found = Find(number->second, level);
    if (found != nullptr && found->style == place.style) return level;
  }
  return 0;
}

std::optional<std::string> DocxNumbering::Next(const DocxStyles::ListPlace& place) {
  const auto at = numbers_.find(place.number);
  if (place.number == "0" || at == numbers_.end()) return std::nullopt;
  Number& number = at->second;
  const int level = LevelFor(place);
  const Level* here = Find(number, level);
  if (here == nullptr) return "";
  auto& counts = counts_[number.list];
  if (!number.begun) {
    for (const auto& [which, start] : number.starts) counts[which] = start - 1;
  }
  number.begun = true;
  const auto before = counts.find(level);
  counts[level] = before == counts.end() ? here->start : before->second + 1;
  for (int deeper = level + 1; deeper < kLevels; ++deeper) {
    const Level* below = Find(number, deeper);
    if (below != nullptr && below->restart && (*below->restart == 0 || *below->restart < level + 1)) continue;
    counts.erase(deeper);
  }
  if (here->form == "bullet" || here->form == "none") return "";
  std::string shown;
  for (std::size_t i = 0; i < here->text.size(); ++i) {
    const char next = i + 1 < here->text.size() ? here->text[i + 1] : '\0';
    if (here->text[i] != '%' || next < '1' || next > '9') {
      shown += here->text[i];
      continue;
    }
    ++i;
    const int which = next - '1';
    const Level* level_of = Find(number, which);
    const auto count = counts.find(which);
    const int value = count != counts.end() ? count->second : level_of == nullptr ? 1 : level_of->start;
    shown += NumberAs(here->digits_only || level_of == nullptr ? "decimal" : level_of->form, value);
  }
  return shown;
}

}  // namespace commonground::ingest::parser
