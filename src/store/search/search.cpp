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

}  // namespace

core::Result<Found> Search(Database& database, const SearchRequest& request,
                           const std::vector<std::string>& all_languages, const std::set<model::DocumentId>& may_read) {
  CG_ASSIGN_OR_RETURN(const Query query, ParseQuery(request.question));
  Tokenizer tokenizer;
  const std::vector<std::vector<std::string>> facets{
      Tokens(Facet::kRegion, request.regions),     Tokens(Facet::kCountry, request.countries),
      Tokens(Facet::kLanguage, request.languages), Tokens(Facet::kCode, request.codes),
      Tokens(Facet::kCase, request.cases),         Tokens(Facet::kKind, request.kinds)};
  CG_ASSIGN_OR_RETURN(Match match, MatchOf(query, all_languages, facets, tokenizer));
  const auto documents = Documents(database, may_read);
  CheckIndexed(database, documents.size());
  std::set<long long> readable;
  for (const auto& [number, document] : documents) {
    if (document.second) readable.insert(readable.end(), number);
  }
  const Ranking ranking =
      database.passages().Find(match, readable.size() == documents.size() ? nullptr : &readable, request.most);
  Found found;
  found.total = std::min(ranking.total, kMaxCounted);
  found.at_least = ranking.total > kMaxCounted;
  for (const IndexRow& row : ranking.best) {
    const auto document = documents.find(row.document);
    if (document == documents.end()) throw Failure(core::ErrorCode::kCorrupt, Damaged("the search index").message);
    found.passages.push_back({document->second.first, row.range, row.score});
  }
  std::ranges::stable_sort(found.passages, [](const FoundPassage& a, const FoundPassage& b) {
    return std::tuple(-a.score, a.document, a.range.start) < std::tuple(-b.score, b.document, b.range.start);
  });
  found.phrases = std::move(match.phrases);
  found.prefixes = std::move(match.prefixes);
  return found;
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
