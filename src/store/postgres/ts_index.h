// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The search index in PostgreSQL: a tsvector a passage, made of our own tokens, and a count of words.
// A passage's words past the 16,383rd are found, but not as part of a phrase; and of a word's places in a passage the
// first 255 count (limits of tsvector).  The order is ts_rank's, not BM25: docs/search.md.
#pragma once

#include <libpq-fe.h>

#include "store/search/passage_index.h"
#include "store/search/tokenizer.h"

namespace commonground::store {

class TsIndex : public PassageIndex {
 public:
  TsIndex(PGconn* link, const long long& study) : link_(link), study_(study) {}

  // A transaction begins: what the one before left unsent is not part of it.
  void Begin() {
    rows_.clear();
    documents_.clear();
    counts_.clear();
  }
  std::map<long long, std::string> Hashes() override;
  void Add(const IndexedDocument& document) override;
  void Remove(long long document, const IndexedDocument* made_of) override;
  void Finish(bool words_removed) override;
  void Clear() override;
  Ranking Find(const Match& match, const std::set<long long>* documents, std::size_t most) override;
  void EachWord(const std::function<void(std::string_view, std::int64_t)>& take) override;

 private:
  std::string StudyFacet() const;
  // The tsvector of a passage; its words are counted by `sign`.
  std::string Vector(const IndexedDocument& document, const IndexedPassage& passage, int sign);
  void Flush();
  // Gives how many rows there were; stops where `take` gives false.
  std::int64_t Rows(const Match& match, bool ranked, std::int64_t most,
                    const std::function<bool(const IndexRow&)>& take, bool& stopped);

  // Best first, until `take` gives false.
  void Best(const Match& match, const std::function<bool(const IndexRow&)>& take);
  // At most kMostCounted + 1.
  std::int64_t Count(const Match& match, const std::set<long long>* documents);

  PGconn* link_;
  const long long& study_;
  Tokenizer tokenizer_;
  std::string rows_;       // for COPY
  std::string documents_;  // the same
  std::map<std::string, std::int64_t> counts_;
};

}  // namespace commonground::store
