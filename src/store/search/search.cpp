// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Searches, counts and cuts what was found.

#include "store/search/search.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/hinted.h"
#include "store/failure.h"
#include "store/search/index.h"
#include "store/search/match.h"

namespace commonground::store {

namespace {

std::vector<std::string> Tokens(Facet facet, const std::vector<std::string>& values) {
  std::vector<std::string> tokens;
  for (const std::string& value : values) {
    tokens.push_back(FacetToken(facet, facet == Facet::kLanguage ? value.substr(0, value.find('-')) : value));
  }
  return tokens;
}

// The documents of this study by number; whether each may be read.
std::map<long long, std::pair<model::DocumentId, bool>> Documents(Database& database,
                                                                  const std::set<model::DocumentId>& may_read) {
  std::map<long long, std::pair<model::DocumentId, bool>> documents;
  std::string name;
  long long number = 0;
  soci::statement select =
      (database.session().prepare << "SELECT number + 0, id FROM documents WHERE study = " << database.study(),
       soci::into(number), soci::into(name));
  select.execute();
  while (select.fetch()) {
    model::DocumentId id(name);
    const bool readable = may_read.contains(id);
    documents[number] = {std::move(id), readable};
  }
  return documents;
}

void CheckIndexed(Database& database, std::size_t documents) {
  long long indexed = 0;
  database.session() << "SELECT count(*) FROM indexed_documents WHERE study = " << database.study(),
      soci::into(indexed);
  if (static_cast<std::size_t>(indexed) == documents) return;
  throw Failure(core::Hinted(core::ErrorCode::kNotFound,
                             "the study is not indexed for search yet: an older program wrote it", {},
                             {"reindex", {}}));
}

int DistanceUpTo2(std::string_view a, std::string_view b) {
  if (a.size() > b.size() + 2 || b.size() > a.size() + 2) return 3;
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
      least = std::min(least, row[j]);
    }
    if (least > 2) return 3;
  }
  return row[b.size()];
}

struct MatchInStudy {
  Match match;
  std::map<long long, std::pair<model::DocumentId, bool>> documents;
  std::set<long long> readable;
  // nullptr: all of them, which the index need not look at one by one.
  const std::set<long long>* OnlyThese() const { return readable.size() == documents.size() ? nullptr : &readable; }
};

core::Result<MatchInStudy> MatchFor(Database& database, const SearchRequest& request,
                                    const std::vector<std::string>& all_languages,
                                    const std::set<model::DocumentId>& may_read) {
  CG_ASSIGN_OR_RETURN(const Query query, ParseQuery(request.question));
  Tokenizer tokenizer;
  const std::vector<std::vector<std::string>> facets{
      Tokens(Facet::kRegion, request.regions),     Tokens(Facet::kCountry, request.countries),
      Tokens(Facet::kLanguage, request.languages), Tokens(Facet::kCode, request.codes),
      Tokens(Facet::kCase, request.cases),         Tokens(Facet::kKind, request.kinds)};
  MatchInStudy asked;
  CG_ASSIGN_OR_RETURN(asked.match, MatchOf(query, all_languages, facets, tokenizer));
  asked.documents = Documents(database, may_read);
  CheckIndexed(database, asked.documents.size());
  for (const auto& [number, document] : asked.documents) {
    if (document.second) asked.readable.insert(asked.readable.end(), number);
  }
  return asked;
}

}  // namespace

core::Result<Found> Search(Database& database, const SearchRequest& request,
                           const std::vector<std::string>& all_languages, const std::set<model::DocumentId>& may_read) {
  CG_ASSIGN_OR_RETURN(MatchInStudy asked, MatchFor(database, request, all_languages, may_read));
  const Ranking ranking = database.passages().Find(asked.match, asked.OnlyThese(), request.most);
  Found found;
  found.total = std::min(ranking.total, kMaxCounted);
  found.at_least = ranking.total > kMaxCounted;
  for (const IndexRow& row : ranking.best) {
    const auto document = asked.documents.find(row.document);
    if (document == asked.documents.end())
      throw Failure(core::ErrorCode::kCorrupt, Damaged("the search index").message);
    found.passages.push_back({document->second.first, row.range, row.score});
  }
  std::ranges::stable_sort(found.passages, [](const FoundPassage& a, const FoundPassage& b) {
    return std::tuple(-a.score, a.document, a.range.start) < std::tuple(-b.score, b.document, b.range.start);
  });
  found.phrases = std::move(asked.match.phrases);
  found.prefixes = std::move(asked.match.prefixes);
  return found;
}

core::Result<std::map<model::DocumentId, std::int64_t>> CountByDocument(Database& database,
                                                                        const SearchRequest& request,
                                                                        const std::vector<std::string>& all_languages,
                                                                        const std::set<model::DocumentId>& may_read) {
  CG_ASSIGN_OR_RETURN(const MatchInStudy asked, MatchFor(database, request, all_languages, may_read));
  std::map<model::DocumentId, std::int64_t> counts;
  for (const auto& [number, count] : database.passages().CountByDocument(asked.match, asked.OnlyThese())) {
    const auto document = asked.documents.find(number);
    if (document == asked.documents.end())
      throw Failure(core::ErrorCode::kCorrupt, Damaged("the search index").message);
    counts[document->second.first] = count;
  }
  return counts;
}

std::vector<std::string> LikeWords(Database& database, std::string_view word, std::size_t most) {
  std::vector<std::tuple<int, std::int64_t, std::string>> like;
  bool is_there = false;
  database.passages().EachWord([&](std::string_view term, std::int64_t passages) {
    const int distance = DistanceUpTo2(word, term);
    is_there = is_there || distance == 0;
    if (distance <= (word.size() < 5 ? 1 : 2)) like.emplace_back(distance, -passages, term);
  });
  if (is_there) return {};
  std::ranges::sort(like);
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < like.size() && i < most; ++i) terms.push_back(std::get<2>(like[i]));
  return terms;
}

}  // namespace commonground::store
