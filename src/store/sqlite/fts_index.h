// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The search index in SQLite: a contentless FTS5 table, and beside it the place of each row.
#pragma once

#include <soci/sqlite3/soci-sqlite3.h>

#include "store/search/passage_index.h"

namespace commonground::store {

class FtsIndex : public PassageIndex {
 public:
  explicit FtsIndex(sqlite_api::sqlite3* database) : database_(database) {}

  std::map<long long, std::string> Hashes() override;
  void Add(const IndexedDocument& document) override;
  void Remove(long long document, const IndexedDocument* made_of) override;
  void Finish(bool words_removed) override;
  void Clear() override;
  void Best(const Match& match, const std::function<bool(const IndexRow&)>& take) override;
  std::int64_t Count(const Match& match, std::int64_t most) override;
  void All(const Match& match, const std::function<bool(const IndexRow&)>& take) override;
  void EachWord(const std::function<void(std::string_view, std::int64_t)>& take) override;

 private:
  void Run(const char* sql);
  void Rows(const char* sql, const Match& match, const std::function<bool(const IndexRow&)>& take);
  sqlite_api::sqlite3* database_;
};

}  // namespace commonground::store
