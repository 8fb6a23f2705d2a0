// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What both kinds of database have in common.

#include "store/database.h"

namespace commonground::store {

std::unique_ptr<Database> OpenDatabaseAt(const StudyLocation& place, OpenMode mode) {
  return place.is_file() ? OpenSqlite(place.file(), mode) : OpenPostgres(place.address(), mode);
}

}  // namespace commonground::store
