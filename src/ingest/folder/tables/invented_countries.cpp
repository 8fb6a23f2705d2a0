// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Countries that an invented example invents.

#include "ingest/folder/countries.h"
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::InventedCountry>& InventedCountriesTable() {
  using model::InventedCountry;
  static const Table<InventedCountry> table{"invented-countries.csv",
                                            &model::Study::invented_countries,
                                            {
                                                ColumnOf<&InventedCountry::code>("code", kKey),
                                                ColumnOf<&InventedCountry::name>("name", kRequired),
                                            }};
  return table;
}

}  // namespace commonground::ingest
