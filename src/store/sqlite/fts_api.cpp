// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds SQLite's full-text interface.

#include "store/sqlite/fts_api.h"

namespace commonground::store {

sqlite_api::fts5_api& FtsApi(sqlite_api::sqlite3* database) {
  sqlite_api::fts5_api* api = nullptr;
  sqlite_api::sqlite3_stmt* statement = nullptr;
  int code = sqlite_api::sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr);
  if (code == SQLITE_OK) {
    sqlite_api::sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite_api::sqlite3_step(statement);
    code = sqlite_api::sqlite3_finalize(statement);
  }
  if (code != SQLITE_OK || api == nullptr) {
    throw soci::sqlite3_soci_error("this SQLite has no full-text search (FTS5)", SQLITE_ERROR);
  }
  return *api;
}

}  // namespace commonground::store
