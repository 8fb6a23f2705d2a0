// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who is to code what, and who has handed it in.

#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

const Table<model::Assignment>& AssignmentsTable() {
  using model::Assignment;
  static const Table<Assignment> table{"assignments.csv",
                                       &model::Study::assignments,
                                       {
                                           ColumnOf<&Assignment::id>("assignment", kKey),
                                           ColumnOf<&Assignment::document>("document", kRequired),
                                           ColumnOf<&Assignment::coder>("coder", kRequired),
                                           ColumnOf<&Assignment::state>("state"),
                                           ColumnOf<&Assignment::given>("given"),
                                           ColumnOf<&Assignment::submitted>("submitted"),
                                       }};
  return table;
}

}  // namespace commonground::ingest
