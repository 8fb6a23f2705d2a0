// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Moving chunks in and out of tables.  Values are always bound, never part of the SQL; every batch gets a fresh
// statement (SOCI 4.0 on PostgreSQL writes wrong rows when one is used again).  Functions throw soci_error.
#pragma once

#include <soci/soci.h>

#include <cstdint>
#include <string>

#include "store/rows.h"
#include "store/tables.h"

namespace commonground::store {

inline constexpr int kStudy = 1;  // one study a file

// Rows in the order of their key, a batch at a time.
class RowCursor {
 public:
  RowCursor(soci::session& session, const Table& table) : session_(session), table_(table), chunk_(table.columns) {}
  // The next rows; an empty chunk at the end.  Rows with keys already passed may be changed in between.
  Chunk& Next();

 private:
  soci::session& session_;
  const Table& table_;
  Chunk chunk_;
  std::string last_id_;  // valid ids are not empty
  long long last_position_ = -1;
  bool ended_ = false;
};

void Insert(soci::session& session, const Table& table, Chunk& rows);
void Update(soci::session& session, const Table& table, Chunk& rows);
// Deletes the rows with the keys of `rows`.
void Delete(soci::session& session, const Table& table, Chunk& rows);

struct StoredDigest {
  std::int64_t rows = 0;
  std::string hash;  // empty: nothing was ever saved
};
StoredDigest ReadDigest(soci::session& session, const std::string& name);
void WriteDigest(soci::session& session, const std::string& name, const StoredDigest& digest);

}  // namespace commonground::store
