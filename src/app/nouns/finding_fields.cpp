// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a finding has, one field each; its reasons and who stands for them are sentences.

#include "app/nouns/finding_fields.h"

#include <algorithm>

#include "app/nouns/texts_column.h"

namespace commonground::app {

namespace {

using model::Finding;

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
       TextsColumn<&Finding::graded_by>("graded_by"),
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
