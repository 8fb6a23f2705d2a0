// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A coding's place may be blank in a file: it is then found by its words (passages.h).

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

namespace {
void ReadPlace(std::string_view text, const SourceLocation& spot, std::int64_t& place) {
  place = kMisreadPlace;
  ReadValue(text, spot, place);
}
}  // namespace

const Table<model::Coding>& CodingsTable() {
  using model::Coding;
  static const Table<Coding> table{
      "codings.csv",
      &model::Study::codings,
      {
          ColumnOf<&Coding::document>("document", kRequired),
          ColumnOf<&Coding::exact>("exact", kRequired),
          ColumnOf<&Coding::prefix>("prefix"),
          ColumnOf<&Coding::suffix>("suffix"),
          {"start", kOptional,
           [](std::string_view text, const SourceLocation& spot, Coding& row) {
             ReadPlace(text, spot, row.range.start);
           },
           [](const Coding& row) { return WriteValue(row.range.start); }},
          {"end", kOptional,
           [](std::string_view text, const SourceLocation& spot, Coding& row) { ReadPlace(text, spot, row.range.end); },
           [](const Coding& row) { return WriteValue(row.range.end); }},
          ColumnOf<&Coding::code>("code", kRequired),
          ColumnOf<&Coding::coder>("coder", kRequired),
          ColumnOf<&Coding::created>("created"),
          ColumnOf<&Coding::status>("status"),
          ColumnOf<&Coding::evidence_type>("evidence_type"),
          ColumnOf<&Coding::sources>("source"),
          ColumnOf<&Coding::memo>("memo"),
          ColumnOf<&Coding::id>("id", kSparse),
          ColumnOf<&Coding::at>("at", kSparse),
          ColumnOf<&Coding::hint>("hint", kSparse),
      },
      [](Coding& row) {
        row.range = {kBlankPlace, kBlankPlace};
      }};
  return table;
}

}  // namespace commonground::ingest
