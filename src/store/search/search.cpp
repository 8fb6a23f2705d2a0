// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/search/search.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "store/connect.h"
#include "store/failure.h"
#include "store/search/index.h"
#include "store/search/match.h"
#include "store/sqlite_statement.h"

namespace commonground::store {

namespace {

constexpr std::int64_t kMostCounted = 10'000;

std::vector<std::string> Tokens(Facet facet, const std::vector<std::string>& values) {
  std::vector<std::string> tokens;
  for (const std::string& value : values) {
    tokens.push_back(FacetToken(facet, facet == Facet::kLanguage ? value.substr(0, value.find('-')) : value));
  }
  return tokens;
}

// The documents of this study by number; whether each may be read.
std::map<std::int64_t, std::pair<model::DocumentId, bool>> Documents(sqlite_api::sqlite3* database,
                                                                     const std::set<model::DocumentId>& may_read) {
  std::map<std::int64_t, std::pair<model::DocumentId, bool>> documents;
  SqliteStatement select(database, "SELECT number, id FROM documents WHERE study = 1");
  while (select.Step()) {
    const model::DocumentId id(select.Text(1));
    documents[select.Number(0)] = {id, may_read.contains(id)};
  }
  return documents;
}

void CheckIndexed(sqlite_api::sqlite3* database) {
  SqliteStatement select(database,
                         "SELECT (SELECT count(*) FROM documents WHERE study = 1) - "
                         "(SELECT count(*) FROM indexed_documents WHERE study = 1)");
  if (select.Step() && select.Number(0) == 0) return;
  throw Failure(
      core::ErrorCode::kNotFound,
      "the study is not indexed for search yet: an older program wrote it. Way out: commonground reindex STUDY");
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

core::Result<Found> Search(soci::session& session, const SearchRequest& request,
                           const std::vector<std::string>& all_languages, const std::set<model::DocumentId>& may_read) {
  CG_ASSIGN_OR_RETURN(const Query query, ParseQuery(request.question));
  Tokenizer tokenizer;
  const std::vector<std::vector<std::string>> facets{
      Tokens(Facet::kRegion, request.regions),     Tokens(Facet::kCountry, request.countries),
      Tokens(Facet::kLanguage, request.languages), Tokens(Facet::kCode, request.codes),
      Tokens(Facet::kCase, request.cases),         Tokens(Facet::kKind, request.kinds)};
  CG_ASSIGN_OR_RETURN(Match match,
                      MatchOf(query, request.languages.empty() ? all_languages : request.languages, facets, tokenizer));
  sqlite_api::sqlite3* database = Handle(session);
  CheckIndexed(database);
  const auto documents = Documents(database, may_read);
  const bool reads_all = std::ranges::all_of(documents, [](const auto& one) { return one.second.second; });
  SqliteStatement passage(database, "SELECT document, range_start, range_end FROM passages WHERE passage = ?");
  // The passage of a row, if it may be read.
  const auto readable = [&](std::int64_t row, FoundPassage& found) {
    passage.Bind(1, row);
    bool good = false;
    if (passage.Step()) {
      const auto document = documents.find(passage.Number(0));
      good = document != documents.end() && document->second.second;
      if (good) {
        found.document = document->second.first;
        found.range = {passage.Number(1), passage.Number(2)};
      }
    }
    passage.Reset();
    return good;
  };

  Found found;
  found.phrases = std::move(match.phrases);
  found.prefixes = std::move(match.prefixes);
  {
    SqliteStatement best(database, "SELECT rowid, rank FROM passage_index WHERE passage_index MATCH ? ORDER BY rank");
    best.Bind(1, match.expression);
    FoundPassage one;
    while (found.passages.size() < request.most && best.Step()) {
      if (!readable(best.Number(0), one)) continue;
      one.score = -best.Real(1);
      found.passages.push_back(one);
    }
  }
  std::ranges::stable_sort(found.passages, [](const FoundPassage& a, const FoundPassage& b) {
    return std::tuple(-a.score, a.document, a.range.start) < std::tuple(-b.score, b.document, b.range.start);
  });
  found.total = std::ssize(found.passages);
  if (found.passages.size() < request.most) return found;
  SqliteStatement count(database, "SELECT rowid FROM passage_index WHERE passage_index MATCH ?");
  count.Bind(1, match.expression);
  FoundPassage ignored;
  found.total = 0;
  while (count.Step()) {
    if (found.total == kMostCounted) {
      found.at_least = true;
      break;
    }
    if (reads_all || readable(count.Number(0), ignored)) ++found.total;
  }
  return found;
}

std::vector<std::string> LikeWords(soci::session& session, std::string_view word, std::size_t most) {
  sqlite_api::sqlite3* database = Handle(session);
  Run(session, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'passage_index', 'row')");
  std::vector<std::tuple<int, std::int64_t, std::string>> like;
  SqliteStatement select(database, "SELECT term, doc FROM temp.vocabulary");
  while (select.Step()) {
    std::string term = select.Text(0);
    if (term.empty() || term[0] == '\x02') continue;
    const int distance = DistanceUpTo2(word, term);
    if (distance == 0) return {};  // the word itself is there
    if (distance > (word.size() < 5 ? 1 : 2)) continue;
    like.emplace_back(distance, -select.Number(1), std::move(term));
  }
  std::ranges::sort(like);
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < like.size() && i < most; ++i) terms.push_back(std::get<2>(like[i]));
  return terms;
}

}  // namespace commonground::store
