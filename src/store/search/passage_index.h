// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The rows of the search index, as a database keeps them.  What is in them, and when they change, is the same for every
// database: search/index.cpp and search/search.cpp.  Functions throw soci_error or Failure and require a transaction.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/text_range.h"
#include "store/search/match.h"

namespace commonground::store {

struct IndexedPassage {
  core::TextRange range;
  std::string words;  // as they stand in the text
  std::string codes;  // facet tokens (index.h), each after a kTokenMark
};

struct IndexedDocument {
  long long number = 0;
  std::string language;
  std::string hash;    // changes with whatever the passages are made of
  std::string facets;  // of all its passages: tokens, each after a kTokenMark
  std::vector<IndexedPassage> passages;
};

struct IndexRow {
  long long document = 0;
  core::TextRange range;
  double score = 0;
};

struct Ranking {
  std::vector<IndexRow> best;  // first
  std::int64_t total = 0;      // kMaxCounted + 1: that many or more
};
inline constexpr std::int64_t kMaxCounted = 10'000;

class PassageIndex {
 public:
  virtual ~PassageIndex() = default;

  // Of the documents in the index, by number.
  virtual std::map<long long, std::string> Hashes() = 0;
  virtual void Add(const IndexedDocument& document) = 0;
  // `made_of`: what Add was given; nullptr: unknown, and the index is made anew afterwards.
  virtual void Remove(long long document, const IndexedDocument* made_of) = 0;
  // After the last change.  Words were removed: nothing of them may stay.
  virtual void Finish(bool words_removed) = 0;
  virtual void Clear() = 0;

  // The `most` best of the matching passages, and how many match.  Others than those of these documents are not looked
  // at; nullptr: of any document.
  virtual Ranking Find(const Match& match, const std::set<long long>* documents, std::size_t most) = 0;
  // How many match, by document; documents without any are left out.  Cost: as Find, and no end to the counting.
  virtual std::map<long long, std::int64_t> CountByDocument(const Match& match,
                                                            const std::set<long long>* documents) = 0;
  // Every word of the index, and in how many passages it is.
  virtual void EachWord(const std::function<void(std::string_view word, std::int64_t passages)>& take) = 0;
};

}  // namespace commonground::store
