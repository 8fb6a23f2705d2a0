// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a region has, one field each.

#include "app/nouns/region_fields.h"

#include "app/nouns/number_column.h"

namespace commonground::app {

const ingest::Table<model::Region>& RegionFields() {
  using ingest::ColumnOf;
  using model::Region;
  static const ingest::Table<Region> kTable{
      "regions",
      &model::Study::regions,
      {ColumnOf<&Region::id>("region", ingest::kKey), ColumnOf<&Region::label>("label", ingest::kRequired),
       ColumnOf<&Region::aliases>("aliases"), NumberColumn<&Region::quota>("quota")}};
  return kTable;
}

}  // namespace commonground::app
