// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a definition has, one field each; criteria as people say them, or as JSON.

#include "app/nouns/definition_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/nouns/criterion_json.h"
#include "app/nouns/texts_column.h"

namespace commonground::app {

namespace {

using model::Comparator;
using model::Criterion;
using model::Definition;
using model::EmptyBody;

constexpr std::string_view kHowCriteriaAre = "write BODY >= SHARE or BODY > SHARE, such as governance >= 50/100";

void ReadWhenEmpty(std::string_view word, const ingest::SourceLocation& at, Criterion& criterion) {
  if (word == WhenEmptyWord(EmptyBody::kNotApplicable)) {
    criterion.when_empty = EmptyBody::kNotApplicable;
  } else if (word == WhenEmptyWord(EmptyBody::kUndetermined)) {
    criterion.when_empty = EmptyBody::kUndetermined;
  } else {
    at.Bad(word, "is not one of the words that may stand here", "write one of: not-applicable, undetermined");
  }
}

// "governance >= 50/100", "paid_staff > 1/3 (undetermined)"
void ReadCriterion(std::string_view item, const ingest::SourceLocation& at, Criterion& criterion) {
  const std::size_t sign = item.find('>');
  const std::string_view body = ingest::Trimmed(item.substr(0, sign));
  if (sign == std::string_view::npos || body.empty()) {
    return at.Bad(item, "is no criterion", std::string(kHowCriteriaAre));
  }
  criterion.body = body;
  criterion.when_empty = WhenEmptyUnsaid(criterion.body);
  std::string_view rest = item.substr(sign + 1);
  criterion.comparison = rest.starts_with('=') ? Comparator::kAtLeast : Comparator::kMoreThan;
  if (rest.starts_with('=')) rest.remove_prefix(1);
  if (const std::size_t open = rest.find('('); open != std::string_view::npos) {
    const std::string_view word = ingest::Trimmed(rest.substr(open + 1));
    if (!word.ends_with(')')) return at.Bad(item, "has a parenthesis that does not close", "close it");
    ReadWhenEmpty(ingest::Trimmed(word.substr(0, word.size() - 1)), at, criterion);
    rest = rest.substr(0, open);
  }
  rest = ingest::Trimmed(rest);
  if (rest.empty()) return at.Bad(item, "has no share", std::string(kHowCriteriaAre));
  ingest::ReadValue(rest, at, criterion.share);
}

bool ReadText(const nlohmann::json& object, const char* name, const ingest::SourceLocation& at, std::string& text) {
  const auto found = object.find(name);
  if (found == object.end()) return false;
  if (!found->is_string()) {
    at.Bad(found->dump(), fmt::format("is no text, as {} is", name), "write a text");
    return false;
  }
  text = found->get<std::string>();
  return true;
}

void ReadCriterionOfJson(const nlohmann::json& one, const ingest::SourceLocation& at, Criterion& criterion) {
  std::string share;
  std::string comparison;
  std::string when_empty;
  for (const auto& [name, value] : one.items()) {
    if (name == "body" || name == "share" || name == "comparison" || name == "when_empty") continue;
    return at.Bad(name, "is no field of a criterion", "the fields are: body, share, comparison, when_empty");
  }
  if (!ReadText(one, "body", at, criterion.body) || ingest::Trimmed(criterion.body).empty() ||
      !ReadText(one, "share", at, share) || !ReadText(one, "comparison", at, comparison)) {
    return at.Bad(one.dump(), "is no criterion", "name its body, share and comparison");
  }
  ingest::ReadValue(share, at, criterion.share);
  criterion.comparison =
      comparison == ComparisonSign(Comparator::kMoreThan) ? Comparator::kMoreThan : Comparator::kAtLeast;
  if (comparison != ComparisonSign(criterion.comparison)) {
    at.Bad(comparison, "is not a comparison", "write \">=\" for at least, or \">\" for more than");
  }
  criterion.when_empty = WhenEmptyUnsaid(criterion.body);
  if (ReadText(one, "when_empty", at, when_empty)) ReadWhenEmpty(when_empty, at, criterion);
}

void ReadCriteria(std::string_view cell, const ingest::SourceLocation& at, Definition& definition) {
  if (!cell.starts_with('[')) {
    for (const std::string_view item : ingest::ReadItems(cell, at)) {
      ReadCriterion(item, at, definition.criteria.emplace_back());
    }
    return;
  }
  const auto json = nlohmann::json::parse(cell, nullptr, false);
  const bool is_list = json.is_array() && std::ranges::all_of(json, [](const auto& one) { return one.is_object(); });
  if (!is_list) return at.Bad(cell, "is no list of criteria", std::string(kHowCriteriaAre));
  for (const auto& one : json) ReadCriterionOfJson(one, at, definition.criteria.emplace_back());
}

std::string WriteCriteria(const Definition& definition) {
  const auto is_plain = [](const Criterion& one) {
    return one.body.find_first_of(";>[\n") == std::string::npos && ingest::Bare(one.body) == one.body;
  };
  std::vector<std::string> items;
  for (const Criterion& one : definition.criteria) {
    std::string item = fmt::format("{} {} {}", one.body, ComparisonSign(one.comparison), one.share.Text());
    if (one.when_empty != WhenEmptyUnsaid(one.body)) item += fmt::format(" ({})", WhenEmptyWord(one.when_empty));
    items.push_back(std::move(item));
  }
  std::vector<std::string> sorted = items;
  std::ranges::sort(sorted);
  const bool has_twice = std::ranges::adjacent_find(sorted) != sorted.end();
  if (!has_twice && std::ranges::all_of(definition.criteria, is_plain)) return ingest::JoinItems(items);
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const Criterion& one : definition.criteria) json.push_back(CriterionToJson(one));
  return json.dump();
}

}  // namespace

const ingest::Table<Definition>& DefinitionFields() {
  using ingest::ColumnOf;
  static const ingest::Table<Definition> kTable{"definitions",
                                                &model::Study::definitions,
                                                {ColumnOf<&Definition::id>("definition", ingest::kKey),
                                                 ColumnOf<&Definition::version>("definition_version"),
                                                 ColumnOf<&Definition::label>("label", ingest::kRequired),
                                                 ColumnOf<&Definition::kind>("kind"),
                                                 ColumnOf<&Definition::summary>("summary"),
                                                 {"criteria", ingest::kOptional, &ReadCriteria, &WriteCriteria},
                                                 TextsColumn<&Definition::not_sourced>("not_sourced"),
                                                 ColumnOf<&Definition::sources>("sources")}};
  return kTable;
}

}  // namespace commonground::app
