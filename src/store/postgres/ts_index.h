// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The search index in PostgreSQL: a tsvector a passage, made of our own tokens, and a count of words.
// A passage's words past the 16,383rd are found, but not as part of a phrase; and of a word's places in a passage the
// first 255 count (limits of tsvector).  Vectors are sent as the server keeps them, which spares it reading them.  The
// order is ts_rank's, not BM25: docs/search.md.
#pragma once

#include <libpq-fe.h>

#include <unordered_map>

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
    words_.clear();
    server_works_ = false;
  }
  std::map<long long, std::string> Hashes() override;
  void Add(const IndexedDocument& document) override;
  void Remove(long long document, const IndexedDocument* made_of) override;
  void Finish(bool words_removed) override;
  void Clear() override;
  Ranking Find(const Match& match, const std::set<long long>* documents, std::size_t most) override;
  std::map<long long, std::int64_t> CountByDocument(const Match& match, const std::set<long long>* documents) override;
  void EachWord(const std::function<void(std::string_view, std::int64_t)>& take) override;

 private:
  // What is known of a word of the study.  A word knows its place in the list of the passage that is being cut, so that
  // a token is looked up once.
  struct Word {
    std::int64_t passages = 0;  // in how many more, or fewer, it is now
    std::int64_t seen_in = -1;  // the last passage, and where it stands there
    std::size_t entry = 0;
  };
  struct Entry {
    std::string_view token;
    std::vector<std::uint16_t> places;
  };

  std::string StudyFacet() const;
  // The words of a passage, counted by `sign`, and their places.
  std::vector<Entry> Words(const IndexedPassage& passage, std::string_view language, int sign);
  void AddRow(const IndexedDocument& document, const IndexedPassage& passage);
  void Flush();
  // The server may still put the last rows into the index while the next ones are cut.
  void Await();
  // Gives how many rows there were; stops where `take` gives false.
  std::int64_t Rows(const Match& match, bool ranked, std::int64_t most,
                    const std::function<bool(const IndexRow&)>& take, bool& stopped);

  // Best first, until `take` gives false.
  void Best(const Match& match, const std::function<bool(const IndexRow&)>& take);
  // At most kMaxCounted + 1.
  std::int64_t Count(const Match& match, const std::set<long long>* documents);

  PGconn* link_;
  const long long& study_;
  Tokenizer tokenizer_;
  std::string rows_;       // for COPY, in its binary form
  std::string documents_;  // for COPY
  std::unordered_map<std::string, Word> words_;
  std::int64_t passage_ = 0;  // being cut
  bool server_works_ = false;
};

}  // namespace commonground::store
