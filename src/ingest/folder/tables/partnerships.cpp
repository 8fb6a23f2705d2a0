// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of ties.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Partnership>& PartnershipsTable() {
  using model::Partnership;
  static const Table<Partnership> table{"partnerships.csv",
                                        &model::Study::partnerships,
                                        {
                                            ColumnOf<&Partnership::organisation>("organisation", kRequired),
                                            ColumnOf<&Partnership::partner>("partner", kRequired),
                                            ColumnOf<&Partnership::kind>("kind", kRequired),
                                            ColumnOf<&Partnership::since>("since"),
                                            ColumnOf<&Partnership::sources>("source"),
                                            ColumnOf<&Partnership::publish>("publish"),
                                            ColumnOf<&Partnership::id>("id", kSparse),
                                        }};
  return table;
}

}  // namespace commonground::ingest
