// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Texts that the history speaks of.  Those of a document go when it does.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Wording>& WordingsTable() {
  using model::Wording;
  static const Table<Wording> table{"wordings.csv",
                                    &model::Study::wordings,
                                    {
                                        ColumnOf<&Wording::id>("wording", kKey),
                                        ColumnOf<&Wording::document>("document"),
                                        ColumnOf<&Wording::text>("text"),
                                    }};
  return table;
}

}  // namespace commonground::ingest
