// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// sets.csv: groups of codes and documents.
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Set>& SetsTable() {
  using model::Set;
  static const Table<Set> table{"sets.csv",
                                &model::Study::sets,
                                {
                                    ColumnOf<&Set::id>("set", kKey),
                                    ColumnOf<&Set::name>("name", kRequired),
                                    ColumnOf<&Set::description>("description"),
                                    ColumnOf<&Set::codes>("codes"),
                                    ColumnOf<&Set::documents>("documents"),
                                }};
  return table;
}

}  // namespace commonground::ingest
