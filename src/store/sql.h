// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Moving chunks in and out of tables with SQL that runs on every database.  Values are always bound, never part of the
// SQL; every batch gets a fresh statement (SOCI 4.0 on PostgreSQL writes wrong rows when one is used again).
// Functions throw soci_error.
#pragma once

#include <soci/soci.h>

#include <cstdint>
#include <string>

#include "store/database.h"
#include "store/rows.h"
#include "store/tables.h"

namespace commonground::store {

// Rows in the order of their key, a batch at a time.  The first batch is small: SOCI makes room for every row of a
// batch that could come, which takes longer than reading the few rows that most tables have.
class RowCursor {
 public:
  // `only`: a further condition, of names and numbers.
  RowCursor(Database& database, const Table& table, std::string only = "true")
      : database_(database), table_(table), only_(std::move(only)), chunk_(table.columns) {}
  // The next rows; an empty chunk at the end.  Rows with keys already passed may be changed in between.
  Chunk& Next();

 private:
  Database& database_;
  const Table& table_;
  std::string only_;
  Chunk chunk_;
  std::size_t wanted_ = 0;  // rows of the last batch
  std::string last_id_;     // valid ids are not empty
  long long last_position_ = -1;
  bool ended_ = false;
};

// Database::Write, a row at a time.
void WriteRows(Database& database, Database::Change change, const Table& table, Chunk& rows);

// The same for one or few rows, by statements that a database keeps prepared.
void WriteFew(Database& database, Database::Change change, const Table& table, const Chunk& rows);

struct StoredDigest {
  std::int64_t rows = 0;
  std::string hash;  // empty: rows were written one by one since, or nothing was ever saved
};
StoredDigest ReadDigest(Database& database, const std::string& name);
void WriteDigest(Database& database, const std::string& name, const StoredDigest& digest);

}  // namespace commonground::store
