// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The search index in SQLite: a contentless FTS5 table of the words and codes of each passage, and beside it what is
// known of its document (fts_rows.h).
#pragma once

#include <soci/sqlite3/soci-sqlite3.h>

#include <optional>

#include "store/search/passage_index.h"
#include "store/search/tokenizer.h"
#include "store/sqlite/fts_rank.h"
#include "store/sqlite/statement.h"

namespace commonground::store {

class FtsIndex : public PassageIndex {
 public:
  explicit FtsIndex(sqlite_api::sqlite3* database) : database_(database), rank_(database) {}

  std::map<long long, std::string> Hashes() override;
  void Add(const IndexedDocument& document) override;
  void Remove(long long document, const IndexedDocument* made_of) override;
  void Finish(bool words_removed) override;
  void Clear() override;
  Ranking Find(const Match& match, const std::set<long long>* documents, std::size_t most) override;
  std::map<long long, std::int64_t> CountByDocument(const Match& match, const std::set<long long>* documents) override;
  void EachWord(const std::function<void(std::string_view, std::int64_t)>& take) override;

 private:
  void Run(const char* sql);
  std::int64_t Put(SqliteStatement& statement, std::int64_t row, const IndexedPassage& passage,
                   std::string_view language);
  std::vector<core::TextRange> PlacesOf(long long document);

  sqlite_api::sqlite3* database_;
  FtsRank rank_;
  std::optional<Tokenizer> tokenizer_;  // made when the first text is to be cut
  std::string text_;
};

}  // namespace commonground::store
