// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lists of sentences (reasons) have items that may hold a semicolon: then they are written as JSON, and read so.
//
//   reasons = few cases; coherent; rich; direct
//   reasons = ["few cases; all of one region","coherent","rich","direct"]

#include "app/nouns/finding_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace commonground::app {

namespace {

using model::Finding;
using Texts = std::vector<std::string>;

void ReadTexts(std::string_view cell, const ingest::SourceLocation& at, Texts& texts, bool may_repeat = false) {
  if (!cell.starts_with('[')) return ingest::ReadValue(cell, at, texts);
  const auto json = nlohmann::json::parse(cell, nullptr, false);
  const bool is_list = json.is_array() && std::ranges::all_of(json, [](const auto& one) {
                         return one.is_string() && !ingest::Trimmed(one.template get_ref<const std::string&>()).empty();
                       });
  if (!is_list) return at.Bad(cell, "is no list of texts", "write [\"one\", \"two\"], or one; two");
  for (const auto& one : json) {
    auto text = one.get<std::string>();
    if (!may_repeat && std::ranges::find(texts, text) != texts.end())
      return at.Bad(text, "stands in its list twice", "name it once");
    texts.push_back(std::move(text));
  }
}

std::string WriteTexts(const Texts& texts) {
  const bool is_plain = std::ranges::all_of(texts, [](const std::string& one) {
    return one.find_first_of(";\n") == std::string::npos && !one.starts_with('[') && ingest::Trimmed(one) == one;
  });
  return is_plain ? ingest::WriteValue(texts) : nlohmann::json(texts).dump();
}

// One reason for each component of a grade, in their order: two may be the same, unlike items of other lists.
void ReadReasons(std::string_view cell, const ingest::SourceLocation& at, Finding& row) {
  if (cell.starts_with('[')) return ReadTexts(cell, at, row.reasons, true);
  for (std::size_t from = 0; from <= cell.size();) {
    const std::size_t to = std::min(cell.find(';', from), cell.size());
    const std::string_view one = ingest::Trimmed(cell.substr(from, to - from));
    if (one.empty()) return at.Bad(cell, "has a blank reason", "write one for each of the four, with ; between");
    ingest::ReadValue(one, at, row.reasons.emplace_back());
    from = to + 1;
  }
}

// One level for each component of a grade, in their order: two may be the same, unlike items of other lists.
void ReadConcerns(std::string_view cell, const ingest::SourceLocation& at, Finding& row) {
  for (std::size_t from = 0; from <= cell.size();) {
    const std::size_t to = std::min(cell.find(';', from), cell.size());
    ingest::ReadValue(ingest::Trimmed(cell.substr(from, to - from)), at, row.concerns.emplace_back());
    from = to + 1;
  }
}

template <Texts Finding::*list>
ingest::Column<Finding> TextsOf(std::string_view name) {
  return {name, ingest::kOptional,
          [](std::string_view cell, const ingest::SourceLocation& at, Finding& row) { ReadTexts(cell, at, row.*list); },
          [](const Finding& row) { return WriteTexts(row.*list); }};
}

}  // namespace

const ingest::Table<Finding>& FindingFields() {
  using ingest::ColumnOf;
  static const ingest::Table<Finding> kTable{
      "findings",
      &model::Study::findings,
      {ColumnOf<&Finding::id>("finding", ingest::kKey),
       ColumnOf<&Finding::statement>("statement", ingest::kRequired),
       ColumnOf<&Finding::codes>("codes"),
       ColumnOf<&Finding::cases_for>("cases_for"),
       ColumnOf<&Finding::cases_against>("cases_against"),
       ColumnOf<&Finding::confidence>("confidence"),
       {"reasons", ingest::kOptional, &ReadReasons, [](const Finding& row) { return WriteTexts(row.reasons); }},
       TextsOf<&Finding::graded_by>("graded_by"),
       ColumnOf<&Finding::text>("text"),
       ColumnOf<&Finding::kind>("kind"),
       {"concerns", ingest::kOptional, &ReadConcerns,
        [](const Finding& row) { return ingest::WriteValue(row.concerns); }},
       ColumnOf<&Finding::addressees>("addressees"),
       ColumnOf<&Finding::rests_on>("rests_on"),
       ColumnOf<&Finding::looked_at>("looked_at")}};
  return kTable;
}

}  // namespace commonground::app
