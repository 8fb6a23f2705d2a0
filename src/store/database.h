// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One connection to the place where a study is kept.  Everything in which SQLite and PostgreSQL differ is a function
// here; all other SQL of the room runs on both.  sqlite/ and postgres/ each make one.
//
// Functions throw soci_error or Failure.  Threads: one at a time.
#pragma once

#include <soci/soci.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/error.h"
#include "store/rows.h"
#include "store/search/passage_index.h"
#include "store/study_location.h"
#include "store/tables.h"

namespace commonground::store {

class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  virtual ~Database() = default;

  soci::session& session() { return *session_; }
  // Every table begins with it: the number of this connection's study.
  long long study() const { return study_; }

  // What is read until Rollback is of one moment, whatever others write.
  virtual void BeginReading() = 0;
  // The same, and no other program writes this study as a whole.  Throws Failure(Busy) after 5 seconds.
  virtual void BeginWriting() = 0;
  // One or few rows are written; others do so too.
  virtual void BeginEditing() = 0;
  virtual void Commit() = 0;
  virtual void Rollback() noexcept = 0;

  // After a Commit.  Rows were taken out of these tables, and nothing of them may be left.
  virtual void Tidy(std::span<const std::string> tables) = 0;

  // Is nothing of older states of the file in its log?  Of a database: Tidy says so.
  virtual bool LogIsEmpty() { return true; }

  enum class Change { kInsert, kUpdate, kDelete };
  // By the table's key; kDelete looks at nothing else.
  virtual void Write(Change change, const Table& table, Chunk& rows) = 0;

  // Any number of statements without values, in one round trip.
  virtual void Run(const std::string& sql) = 0;
  // One statement, in one round trip; its first cell, as text or, of a column of bytes, as it is; nullopt: it gave no
  // row.  `$1`, `$2` ... are the texts; in WriteBytes the last one is the bytes, which SOCI does not move.
  virtual std::optional<std::string> AskCell(const std::string& sql, std::span<const std::string> texts) = 0;
  virtual void WriteBytes(const std::string& sql, std::span<const std::string> texts, std::string_view bytes) = 0;

  // All bytes of the study file, as it is at this moment; nullopt: it is no file.  Requires a reading transaction.
  virtual std::optional<std::string> Image() { return std::nullopt; }

  virtual PassageIndex& passages() = 0;

  // The rows of a question, in the order in which they come; every cell is a text and none is NULL.  For short rows,
  // many of them: SOCI takes half as long again.  `row` may move the texts away.
  using TextRow = std::vector<std::string>;
  virtual void ForEachRow(const std::string& sql, std::size_t columns, const std::function<void(TextRow&)>& row) = 0;
  // Counts how often each number stands in the only column of a question.
  virtual void Tally(const std::string& sql, std::unordered_map<long long, std::int64_t>& counts) = 0;

  // SQL that gives a number that is not given twice, for a new row of the codings.  Requires a transaction.
  virtual std::string NextCoding() = 0;

  // How many codings a code has itself is kept where counting them takes long: this many more, or fewer, now.  Requires
  // a transaction that writes.
  virtual void CountCodings(long long code, long long more) = 0;
  // Makes the kept counts anew.  Requires a writing transaction.
  virtual void RecountCodings() = 0;
  // Are there counts to be read (code_counts), and do they add up to all codings?
  virtual bool KeepsCounts() = 0;

  // For a row of another list that is added by itself: behind all others.  Requires an editing transaction.
  virtual long long NextPlace(const std::string& table) = 0;
  // SQL that gives a number for an act, greater than those before it.  Requires an editing transaction.
  virtual std::string NextAct() = 0;
  // Acts up to this number are there now.  Requires a writing transaction.
  virtual void PassAct(std::int64_t number) = 0;

  // Changes whenever anybody writes the study.
  virtual std::int64_t ChangeMark() = 0;
  // Waits until somebody wrote since `mark`; false: nobody did.
  virtual bool WaitForChange(std::int64_t mark, std::chrono::milliseconds longest) = 0;

  // May be tried again: two transactions met.
  virtual bool MetAnother(const soci::soci_error& error) const = 0;

 protected:
  std::unique_ptr<soci::session> session_;
  long long study_ = 1;
};

// Opened as study_store.h promises.
std::unique_ptr<Database> OpenDatabaseAt(const StudyLocation& place, OpenMode mode);
std::unique_ptr<Database> OpenSqlite(const std::filesystem::path& path, OpenMode mode);
std::unique_ptr<Database> OpenPostgres(const ConnectionUri& address, OpenMode mode);

// Rolled back unless Commit is reached.
class Transaction {
 public:
  enum class Kind { kReading, kWriting, kEditing };
  Transaction(Database& database, Kind kind) : database_(database) {
    if (kind == Kind::kReading) database_.BeginReading();
    if (kind == Kind::kWriting) database_.BeginWriting();
    if (kind == Kind::kEditing) database_.BeginEditing();
  }
  Transaction(const Transaction&) = delete;
  ~Transaction() {
    if (!done_) database_.Rollback();
  }
  void Commit() {
    database_.Commit();
    done_ = true;
  }

 private:
  Database& database_;
  bool done_ = false;
};

}  // namespace commonground::store
