// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of organisations.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Organisation>& OrganisationsTable() {
  using model::Organisation;
  static const Table<Organisation> table{"organisations.csv",
                                         &model::Study::organisations,
                                         {
                                             ColumnOf<&Organisation::id>("id", kKey),
                                             ColumnOf<&Organisation::name>("name", kRequired),
                                             ColumnOf<&Organisation::short_name>("short_name"),
                                             ColumnOf<&Organisation::country>("country"),
                                             ColumnOf<&Organisation::region>("region"),
                                             ColumnOf<&Organisation::languages>("languages"),
                                             ColumnOf<&Organisation::visibility>("visibility"),
                                             ColumnOf<&Organisation::note>("note"),
                                         }};
  return table;
}

}  // namespace commonground::ingest
