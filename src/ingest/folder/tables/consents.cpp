// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of consents.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Consent>& ConsentsTable() {
  using model::Consent;
  static const Table<Consent> table{"consents.csv",
                                    &model::Study::consents,
                                    {
                                        ColumnOf<&Consent::subject>("subject", kKey),
                                        ColumnOf<&Consent::scope>("scope", kKey),
                                        ColumnOf<&Consent::basis>("basis"),
                                        ColumnOf<&Consent::given>("given"),
                                        ColumnOf<&Consent::expires>("expires"),
                                        ColumnOf<&Consent::withdrawn>("withdrawn"),
                                        ColumnOf<&Consent::evidence>("evidence"),
                                        ColumnOf<&Consent::id>("id", kSparse),
                                    }};
  return table;
}

}  // namespace commonground::ingest
