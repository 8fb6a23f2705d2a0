// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads and writes a definition of leadership.

#include "ingest/folder/toml/files.h"
#include "ingest/folder/toml/toml.h"

namespace commonground::ingest {

namespace {

using Comparison = decltype(model::Criterion::comparison);
using model::Criterion;
using model::Definition;
using model::EmptyBody;

const std::vector<Key<Definition>>& DefinitionKeys() {
  static const std::vector<Key<Definition>> keys{KeyOf<&Definition::label>("label", kRequired),
                                                 KeyOf<&Definition::version>("version"),
                                                 KeyOf<&Definition::kind>("kind"),
                                                 KeyOf<&Definition::summary>("summary"),
                                                 KeyOf<&Definition::sources>("sources"),
                                                 KeyOf<&Definition::not_sourced>("not_sourced")};
  return keys;
}

void ReadComparison(const toml::node& node, const SourceLocation& spot, Criterion& criterion) {
  const std::string* text = AsText(node, spot);
  if (text == nullptr) return;
  criterion.comparison = *text == ">" ? Comparison::kMoreThan : Comparison::kAtLeast;
  if (*text != ">" && *text != ">=") {
    spot.Bad(*text, "is not a comparison", "write \">=\" for at least, or \">\" for more than");
  }
}

void ReadWhenEmpty(const toml::node& node, const SourceLocation& spot, Criterion& criterion) {
  const std::string* text = AsText(node, spot);
  if (text == nullptr) return;
  criterion.when_empty = *text == "not-applicable" ? EmptyBody::kNotApplicable : EmptyBody::kUndetermined;
  if (*text != "not-applicable" && *text != "undetermined") {
    spot.Bad(*text, "is not one of the words that may stand here", "write one of: not-applicable, undetermined");
  }
}

const std::vector<Key<Criterion>>& CriterionKeys() {
  static const std::vector<Key<Criterion>> keys{
      KeyOf<&Criterion::body>("body", kRequired),
      KeyOf<&Criterion::share>("share", kRequired),
      {"comparison", kRequired, &ReadComparison,
       [](const Criterion& criterion, std::string_view name, toml::table& table) {
         table.insert(name, criterion.comparison == Comparison::kMoreThan ? ">" : ">=");
       }},
      {"when_empty", kOptional, &ReadWhenEmpty,
       [](const Criterion& criterion, std::string_view name, toml::table& table) {
         table.insert(name, criterion.when_empty == EmptyBody::kNotApplicable ? "not-applicable" : "undetermined");
       }}};
  return keys;
}

}  // namespace

std::optional<Definition> ReadDefinition(std::string_view file, std::string_view text, std::string_view id,
                                         SourceLines& places, Problems& problems) {
  const SourceLocation spot{&problems, file, 0, {}};
  const std::optional<toml::table> root = ParseToml(text, spot);
  if (!root) return std::nullopt;
  Definition definition;
  definition.id.value = id;
  const Section top{spot, "", &places, {"criterion"}};
  ReadKeys(*root, DefinitionKeys(), top, definition);
  if (const toml::node* criteria = root->get("criterion")) {
    for (const toml::table* table : AsTables(*criteria, spot.At("criterion"))) {
      Criterion& criterion = definition.criteria.emplace_back();
      ReadKeys(*table, CriterionKeys(), top.Below("criterion", *table), criterion);
      if (!table->contains("when_empty") && criterion.body == "paid_staff") {
        criterion.when_empty = EmptyBody::kNotApplicable;
      }
    }
  }
  return definition;
}

std::string WriteDefinition(const Definition& definition) {
  toml::table root = WriteKeys(definition, DefinitionKeys());
  if (!definition.criteria.empty()) {
    toml::array criteria;
    for (const Criterion& criterion : definition.criteria) criteria.push_back(WriteKeys(criterion, CriterionKeys()));
    root.insert("criterion", std::move(criteria));
  }
  return PrintToml(root);
}

}  // namespace commonground::ingest
