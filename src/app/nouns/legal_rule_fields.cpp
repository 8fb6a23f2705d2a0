// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a rule of the legal model has, one field each.

#include "app/nouns/legal_rule_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace commonground::app {

namespace {

using model::LegalModelRule;

constexpr std::string_view kHowWhenIs = "write INDICATOR=VALUE; INDICATOR=VALUE, VALUE";

bool ReadWhenOfJson(std::string_view cell, LegalModelRule& rule) {
  const auto json = nlohmann::json::parse(cell, nullptr, false);
  if (!json.is_object()) return false;
  for (const auto& [indicator, values] : json.items()) {
    if (!values.is_array()) return false;
    for (const auto& value : values) {
      if (!value.is_string()) return false;
    }
    rule.when[indicator] = values.get<std::vector<std::string>>();
  }
  return true;
}

void ReadWhen(std::string_view cell, const ingest::SourceLocation& at, LegalModelRule& rule) {
  if (cell.starts_with('{')) {
    if (!ReadWhenOfJson(cell, rule)) at.Bad(cell, "is no list of indicators and values", std::string(kHowWhenIs));
    return;
  }
  for (const std::string_view item : ingest::ReadItems(cell, at)) {
    const std::size_t sign = item.find('=');
    const std::string indicator(ingest::Trimmed(item.substr(0, sign)));
    if (sign == std::string_view::npos || indicator.empty()) {
      at.Bad(item, "names no indicator with its values", std::string(kHowWhenIs));
      continue;
    }
    const auto [condition, is_new] = rule.when.try_emplace(indicator);
    if (!is_new) at.Bad(indicator, "stands in the rule twice", "write its values in one item, with commas between");
    const std::string_view values = ingest::Trimmed(item.substr(sign + 1));
    for (std::size_t from = 0; !values.empty() && from <= values.size();) {
      const std::size_t to = std::min(values.find(',', from), values.size());
      const std::string_view value = ingest::Trimmed(values.substr(from, to - from));
      if (value.empty()) at.Bad(item, "has a blank value", "take the extra comma out");
      condition->second.emplace_back(value);
      from = to + 1;
    }
  }
}

std::string WriteWhen(const LegalModelRule& rule) {
  const auto is_plain = [](const std::string& text, const char* signs) {
    return !text.empty() && text.find_first_of(signs) == std::string::npos && ingest::Bare(text) == text;
  };
  std::vector<std::string> items;
  for (const auto& [indicator, values] : rule.when) {
    const bool all_plain = is_plain(indicator, "=;{\n") && std::ranges::all_of(values, [&](const std::string& value) {
                             return is_plain(value, ",;\n");
                           });
    if (!all_plain) return nlohmann::json(rule.when).dump();
    items.push_back(fmt::format("{}={}", indicator, fmt::join(values, ", ")));
  }
  return ingest::JoinItems(items);
}

}  // namespace

const ingest::Table<LegalModelRule>& LegalRuleFields() {
  using ingest::ColumnOf;
  static const ingest::Table<LegalModelRule> kTable{"legal_model",
                                                    &model::Study::legal_model,
                                                    {{"when", ingest::kOptional, &ReadWhen, &WriteWhen},
                                                     ColumnOf<&LegalModelRule::model>("model", ingest::kRequired),
                                                     ColumnOf<&LegalModelRule::reason>("reason"),
                                                     ColumnOf<&LegalModelRule::id>("id", ingest::kSparse)}};
  return kTable;
}

}  // namespace commonground::app
