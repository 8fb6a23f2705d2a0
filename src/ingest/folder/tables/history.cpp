// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What was done, by whom, without any text; the texts it speaks of are in wordings.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Event>& HistoryTable() {
  using model::Event;
  static const Table<Event> table{
      "history.csv",
      &model::Study::history,
      {
          ColumnOf<&Event::number>("number", kRequired),
          ColumnOf<&Event::at>("at", kRequired),
          ColumnOf<&Event::person>("person", kRequired),
          ColumnOf<&Event::action>("action", kRequired),
          {"undoes", kOptional,
           [](std::string_view text, const SourceLocation& spot, Event& row) { ReadValue(text, spot, row.undoes); },
           [](const Event& row) { return row.undoes == 0 ? std::string() : WriteValue(row.undoes); }},
          ColumnOf<&Event::record_type>("record_type", kRequired),
          ColumnOf<&Event::subject>("subject", kRequired),
          ColumnOf<&Event::document>("document"),
          ColumnOf<&Event::before>("before"),
          ColumnOf<&Event::after>("after"),
      }};
  return table;
}

}  // namespace commonground::ingest
