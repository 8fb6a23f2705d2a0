// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was decided where coders differed.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Adjudication>& AdjudicationsTable() {
  using model::Adjudication;
  static const Table<Adjudication> table{"adjudications.csv",
                                         &model::Study::adjudications,
                                         {
                                             ColumnOf<&Adjudication::id>("adjudication", kKey),
                                             ColumnOf<&Adjudication::document>("document", kRequired),
                                             ColumnOf<&Adjudication::code>("code", kRequired),
                                             {"start", kRequired,
                                              [](std::string_view text, const SourceLocation& spot, Adjudication& row) {
                                                ReadValue(text, spot, row.range.start);
                                              },
                                              [](const Adjudication& row) { return WriteValue(row.range.start); }},
                                             {"end", kRequired,
                                              [](std::string_view text, const SourceLocation& spot, Adjudication& row) {
                                                ReadValue(text, spot, row.range.end);
                                              },
                                              [](const Adjudication& row) { return WriteValue(row.range.end); }},
                                             ColumnOf<&Adjudication::originals>("originals"),
                                             ColumnOf<&Adjudication::result>("result"),
                                             ColumnOf<&Adjudication::decided_by>("decided_by", kRequired),
                                             ColumnOf<&Adjudication::why>("why"),
                                             ColumnOf<&Adjudication::at>("at"),
                                         }};
  return table;
}

}  // namespace commonground::ingest
