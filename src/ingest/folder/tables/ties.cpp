// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of ties.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Tie>& TiesTable() {
  using model::Tie;
  static const Table<Tie> table{"ties.csv",
                                &model::Study::ties,
                                {
                                    ColumnOf<&Tie::organisation>("organisation", kRequired),
                                    ColumnOf<&Tie::partner>("partner", kRequired),
                                    ColumnOf<&Tie::kind>("kind", kRequired),
                                    ColumnOf<&Tie::since>("since"),
                                    ColumnOf<&Tie::sources>("source"),
                                    ColumnOf<&Tie::publish>("publish"),
                                    ColumnOf<&Tie::id>("id", kSparse),
                                }};
  return table;
}

}  // namespace commonground::ingest
