// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The columns of targets.csv: what others agreed to reach.
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Target>& TargetsTable() {
  using model::Target;
  static const Table<Target> table{"targets.csv",
                                   &model::Study::targets,
                                   {
                                       ColumnOf<&Target::id>("target", kKey),
                                       ColumnOf<&Target::series>("series"),
                                       ColumnOf<&Target::statement>("statement", kRequired),
                                       ColumnOf<&Target::value>("value"),
                                       ColumnOf<&Target::unit>("unit"),
                                       ColumnOf<&Target::due>("due"),
                                       ColumnOf<&Target::sources>("source", kRequired),
                                       ColumnOf<&Target::note>("note"),
                                   }};
  return table;
}

}  // namespace commonground::ingest
