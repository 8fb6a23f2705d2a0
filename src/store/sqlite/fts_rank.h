// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// BM25 (Robertson, Walker, Jones, Hancock-Beaulieu and Gatford, 1994; k1 = 1.2, b = 0.75) as an FTS5 function.  FTS5's
// own ranks every row that matches and looks up the length of each in a table; this one leaves out the rows of
// documents that are not wanted before it ranks, and facets, which say nothing about how well a passage answers.
#pragma once

#include <soci/sqlite3/soci-sqlite3.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "store/sqlite/fts_rows.h"
#include "store/sqlite/statement.h"

namespace commonground::store {

// Threads: as its connection.
class FtsRank {
 public:
  // Makes `relevance(passage_index)` known to the connection.  Must outlive its questions.  Throws soci_error.
  explicit FtsRank(sqlite_api::sqlite3* database);
  FtsRank(const FtsRank&) = delete;

  // What the next question is about: the rows of these documents; its last `codes` phrases are facets.  relevance() is
  // then larger for what answers better, and NULL for any other row.  Its rows have to be asked for in their order.
  void Begin(std::vector<FtsRows> wanted, int codes);
  // Of the last row that had a relevance.
  const FtsRows& document() const { return wanted_[at_]; }

 private:
  static void Relevance(const sqlite_api::Fts5ExtensionApi* api, sqlite_api::Fts5Context* fts,
                        sqlite_api::sqlite3_context* result, int, sqlite_api::sqlite3_value**);
  bool IsWanted(std::int64_t row);
  int ReadFrequencies(const sqlite_api::Fts5ExtensionApi* api, sqlite_api::Fts5Context* fts);
  int Score(const sqlite_api::Fts5ExtensionApi* api, sqlite_api::Fts5Context* fts, std::int64_t row, double& score);
  double WordsOf(std::int64_t row);

  sqlite_api::sqlite3* database_;
  std::optional<SqliteStatement> select_words_;
  std::vector<FtsRows> wanted_;
  std::size_t at_ = 0;  // the document that the last row was looked for in
  int codes_ = 0;
  std::vector<double> rarity_;       // of each phrase of words; empty: not read yet
  double average_ = 0;               // words a passage
  std::vector<std::int64_t> words_;  // of the passages of wanted_[of_]
  std::size_t of_ = 0;
};

}  // namespace commonground::store
