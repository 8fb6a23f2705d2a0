// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The door to SQLite's FTS5 (https://www.sqlite.org/fts5.html, 7): tokenizers and functions are made known through it.
#pragma once

#include <soci/sqlite3/soci-sqlite3.h>

namespace commonground::store {

// Of this connection.  Throws soci_error: this SQLite has no FTS5.
sqlite_api::fts5_api& FtsApi(sqlite_api::sqlite3* database);

}  // namespace commonground::store
