// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of sources.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Source>& SourcesTable() {
  using model::Source;
  static const Table<Source> table{"sources.csv",
                                   &model::Study::sources,
                                   {
                                       ColumnOf<&Source::id>("id", kKey),
                                       ColumnOf<&Source::title>("title", kRequired),
                                       ColumnOf<&Source::site>("site"),
                                       ColumnOf<&Source::address>("address"),
                                       ColumnOf<&Source::kind>("kind"),
                                       ColumnOf<&Source::accessed>("accessed"),
                                       ColumnOf<&Source::note>("note"),
                                   }};
  return table;
}

}  // namespace commonground::ingest
