// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A prepared statement of SQLite, for what only SQLite has: the search index (FTS5) and the vault's bytes.
#pragma once

#include <soci/sqlite3/soci-sqlite3.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace commonground::store {

class SqliteStatement {
 public:
  SqliteStatement(sqlite_api::sqlite3* database, std::string_view sql) : database_(database) {
    Check(sqlite_api::sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
  }
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;
  ~SqliteStatement() { sqlite_api::sqlite3_finalize(statement_); }

  // The place of "$1", "$2" ...: SQLite counts them as they come.
  int PlaceOf(std::size_t number) {
    return sqlite_api::sqlite3_bind_parameter_index(statement_, ("$" + std::to_string(number)).c_str());
  }

  // Places count from 1.  The text must live until Step.
  void Bind(int place, std::string_view text) {
    Check(sqlite_api::sqlite3_bind_text(statement_, place, text.data(), static_cast<int>(text.size()), nullptr));
  }
  void Bind(int place, std::int64_t number) { Check(sqlite_api::sqlite3_bind_int64(statement_, place, number)); }

  void BindBlob(int place, std::string_view bytes) {
    Check(sqlite_api::sqlite3_bind_blob(statement_, place, bytes.data(), static_cast<int>(bytes.size()), nullptr));
  }

  // True: there is a row.  False: it is done, and ready to be bound again.
  bool Step() {
    const int code = sqlite_api::sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    const int after = sqlite_api::sqlite3_reset(statement_);
    if (code != SQLITE_DONE) Check(after == SQLITE_OK ? code : after);
    return false;
  }
  void Reset() { sqlite_api::sqlite3_reset(statement_); }

  // Columns count from 0.
  std::int64_t Number(int column) { return sqlite_api::sqlite3_column_int64(statement_, column); }
  bool IsNull(int column) { return sqlite_api::sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  int Columns() { return sqlite_api::sqlite3_column_count(statement_); }
  int Type(int column) { return sqlite_api::sqlite3_column_type(statement_, column); }
  double Real(int column) { return sqlite_api::sqlite3_column_double(statement_, column); }
  std::string Blob(int column) {
    const void* bytes = sqlite_api::sqlite3_column_blob(statement_, column);
    const auto length = static_cast<std::size_t>(sqlite_api::sqlite3_column_bytes(statement_, column));
    return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), length);
  }
  std::string Text(int column) {
    const auto* text = sqlite_api::sqlite3_column_text(statement_, column);
    return text == nullptr
               ? std::string()
               : std::string(reinterpret_cast<const char*>(text),
                             static_cast<std::size_t>(sqlite_api::sqlite3_column_bytes(statement_, column)));
  }

 private:
  void Check(int code) {
    if (code != SQLITE_OK) throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(database_), code);
  }
  sqlite_api::sqlite3* database_;
  sqlite_api::sqlite3_stmt* statement_ = nullptr;
};

}  // namespace commonground::store
