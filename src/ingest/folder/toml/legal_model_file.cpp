// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads and writes legal_model.toml.

#include "ingest/folder/toml/files.h"
#include "ingest/folder/toml/toml.h"

namespace commonground::ingest {

namespace {

using model::LegalModelRule;

void ReadWhen(const toml::node& node, const SourceLocation& spot, LegalModelRule& rule) {
  const toml::table* table = AsTable(node, spot.At("rule.when"));
  if (table == nullptr) return;
  for (const auto& [indicator, values] : *table) {
    const int line = static_cast<int>(indicator.source().begin.line);
    rule.when[std::string(indicator.str())] =
        ReadTexts(values, SourceLocation{spot.problems, spot.file, line, indicator.str()});
  }
}

void WriteWhen(const LegalModelRule& rule, std::string_view name, toml::table& table) {
  if (rule.when.empty()) return;
  toml::table when;
  for (const auto& [indicator, values] : rule.when) {
    toml::array array;
    for (const std::string& value : values) array.push_back(value);
    when.insert(indicator, std::move(array));
  }
  table.insert(name, std::move(when));
}

const std::vector<Key<LegalModelRule>>& RuleKeys() {
  static const std::vector<Key<LegalModelRule>> keys{KeyOf<&LegalModelRule::model>("model", kRequired),
                                                     KeyOf<&LegalModelRule::reason>("reason"),
                                                     {"when", kOptional, &ReadWhen, &WriteWhen},
                                                     KeyOf<&LegalModelRule::id>("id")};
  return keys;
}

}  // namespace

std::vector<LegalModelRule> ReadLegalModel(std::string_view file, std::string_view text, SourceLines& places,
                                           Problems& problems) {
  std::vector<LegalModelRule> rules;
  const SourceLocation spot{&problems, file, 0, {}};
  const std::optional<toml::table> root = ParseToml(text, spot);
  if (!root) return rules;
  const Section top{spot, "", &places, {"rule"}};
  for (const auto& [key, node] : *root) {
    if (key.str() != "rule") ReportUnknownKey(key, top, {"rule"});
  }
  const toml::node* tables = root->get("rule");
  if (tables == nullptr) {
    ReportMissingKey("rule", top);
    return rules;
  }
  for (const toml::table* table : AsTables(*tables, spot.At("rule"))) {
    places.rows[std::string(file)].push_back(LineOf(*table));
    ReadKeys(*table, RuleKeys(), top.Below("rule", *table), rules.emplace_back());
  }
  return rules;
}

std::string WriteLegalModel(const std::vector<LegalModelRule>& rules) {
  toml::array tables;
  for (const LegalModelRule& rule : rules) tables.push_back(WriteKeys(rule, RuleKeys()));
  return PrintToml(toml::table{{"rule", std::move(tables)}});
}

}  // namespace commonground::ingest
