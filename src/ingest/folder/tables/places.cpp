// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Countries that an invented example invents.

#include "ingest/folder/countries.h"
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Place>& PlacesTable() {
  using model::Place;
  static const Table<Place> table{"places.csv",
                                  &model::Study::places,
                                  {
                                      ColumnOf<&Place::code>("code", kKey),
                                      ColumnOf<&Place::name>("name", kRequired),
                                  }};
  return table;
}

}  // namespace commonground::ingest
