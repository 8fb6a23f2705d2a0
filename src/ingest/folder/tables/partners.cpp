// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of partners.csv.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Partner>& PartnersTable() {
  using model::Partner;
  static const Table<Partner> table{"partners.csv",
                                    &model::Study::partners,
                                    {
                                        ColumnOf<&Partner::id>("partner", kKey),
                                        ColumnOf<&Partner::name>("name", kRequired),
                                        ColumnOf<&Partner::sector>("sector", kRequired),
                                        ColumnOf<&Partner::country>("country"),
                                        ColumnOf<&Partner::note>("note"),
                                    }};
  return table;
}

}  // namespace commonground::ingest
