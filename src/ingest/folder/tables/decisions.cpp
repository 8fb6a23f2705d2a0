// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whether a document belongs to the study at all, and whether a suggested passage has the code.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Decision>& DecisionsTable() {
  using model::Decision;
  static const Table<Decision> table{
      "decisions.csv",
      &model::Study::decisions,
      {
          ColumnOf<&Decision::id>("decision", kKey),
          ColumnOf<&Decision::kind>("kind", kRequired),
          ColumnOf<&Decision::document>("document", kRequired),
          ColumnOf<&Decision::code>("code"),
          {"start", kOptional,
           [](std::string_view text, const SourceLocation& spot, Decision& row) {
             ReadValue(text, spot, row.range.start);
           },
           [](const Decision& row) {
             return row.range == core::TextRange{} ? std::string() : WriteValue(row.range.start);
           }},
          {"end", kOptional,
           [](std::string_view text, const SourceLocation& spot, Decision& row) {
             ReadValue(text, spot, row.range.end);
           },
           [](const Decision& row) {
             return row.range == core::TextRange{} ? std::string() : WriteValue(row.range.end);
           }},
          ColumnOf<&Decision::outcome>("outcome", kRequired),
          ColumnOf<&Decision::reason>("reason"),
          ColumnOf<&Decision::coder>("coder", kRequired),
          ColumnOf<&Decision::at>("at"),
      }};
  return table;
}

}  // namespace commonground::ingest
