// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of editions.csv: editions and their corrections.
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Edition>& EditionsTable() {
  using model::Edition;
  static const Table<Edition> table{"editions.csv",
                                    &model::Study::editions,
                                    {
                                        ColumnOf<&Edition::id>("edition", kKey),
                                        ColumnOf<&Edition::date>("date", kRequired),
                                        ColumnOf<&Edition::text>("text"),
                                        ColumnOf<&Edition::corrections>("corrections"),
                                    }};
  return table;
}

}  // namespace commonground::ingest
