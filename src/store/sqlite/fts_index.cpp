// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The search index in SQLite.

#include "store/sqlite/fts_index.h"

#include <algorithm>

#include "store/failure.h"
#include "store/sqlite/fts_expression.h"

namespace commonground::store {

namespace {

[[noreturn]] void ThrowDamaged() {
  throw Failure(core::ErrorCode::kCorrupt, Damaged("the search index").message);
}

}  // namespace

void FtsIndex::Run(const char* sql) {
  const int code = sqlite_api::sqlite3_exec(database_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(database_), code);
}

std::map<long long, std::string> FtsIndex::Hashes() {
  std::map<long long, std::string> hashes;
  SqliteStatement select(database_, "SELECT document, hash FROM indexed_documents WHERE study = 1");
  while (select.Step()) hashes[select.Number(0)] = select.Text(1);
  return hashes;
}

// The words of a passage as FTS5 is handed them; gives how many they are.
std::int64_t FtsIndex::Put(SqliteStatement& statement, std::int64_t row, const IndexedPassage& passage,
                           std::string_view language) {
  if (!tokenizer_) tokenizer_.emplace();
  std::int64_t words = 0;
  text_.clear();
  tokenizer_->Cut(passage.words, language, [&](const Token& token) {
    ++words;
    text_ += kTokenMark;
    text_ += token.text;
    if (!token.also.empty()) {
      text_ += kAlsoMark;
      text_ += token.also;
    }
    return true;
  });
  statement.Bind(1, row);
  statement.Bind(2, std::string_view(text_));
  statement.Bind(3, passage.codes);
  statement.Step();
  return words;
}

void FtsIndex::Add(const IndexedDocument& document) {
  SqliteStatement last(database_, "SELECT coalesce(max(last_passage), 0) FROM indexed_documents");
  last.Step();
  const std::int64_t before = last.Number(0);
  last.Reset();
  SqliteStatement insert_words(database_, "INSERT INTO passage_index (rowid, body, codes) VALUES (?,?,?)");
  std::vector<std::int64_t> words;
  std::vector<core::TextRange> places;
  std::int64_t row = before;
  for (const IndexedPassage& passage : document.passages) {
    words.push_back(Put(insert_words, ++row, passage, document.language));
    places.push_back(passage.range);
  }
  SqliteStatement insert_passages(database_, "INSERT INTO passages (document, words, places) VALUES (?,?,?)");
  const std::string packed_words = Pack(words);
  const std::string packed_places = PackPlaces(places);
  insert_passages.Bind(1, std::int64_t{document.number});
  insert_passages.BindBlob(2, packed_words);
  insert_passages.BindBlob(3, packed_places);
  insert_passages.Step();
  SqliteStatement insert_document(database_,
                                  "INSERT INTO indexed_documents (study, document, hash, facets, first_passage, "
                                  "last_passage) VALUES (1,?,?,?,?,?)");
  insert_document.Bind(1, std::int64_t{document.number});
  insert_document.Bind(2, std::string_view(document.hash));
  insert_document.Bind(3, std::string_view(document.facets));
  insert_document.Bind(4, before + 1);
  insert_document.Bind(5, row);
  insert_document.Step();
}

std::vector<core::TextRange> FtsIndex::PlacesOf(long long document) {
  SqliteStatement select(database_, "SELECT places FROM passages WHERE document = ?");
  select.Bind(1, std::int64_t{document});
  if (!select.Step()) ThrowDamaged();
  return UnpackPlaces(select.Blob(0));
}

// Contentless FTS5 takes a row out by being handed what it was made of.
void FtsIndex::Remove(long long document, const IndexedDocument* made_of) {
  if (made_of != nullptr) {
    SqliteStatement first(database_, "SELECT first_passage FROM indexed_documents WHERE study = 1 AND document = ?");
    first.Bind(1, std::int64_t{document});
    if (!first.Step()) ThrowDamaged();
    std::int64_t row = first.Number(0);
    const std::vector<core::TextRange> places = PlacesOf(document);
    if (!std::ranges::equal(places, made_of->passages, {}, {}, &IndexedPassage::range)) ThrowDamaged();
    SqliteStatement remove(database_,
                           "INSERT INTO passage_index (passage_index, rowid, body, codes) VALUES ('delete',?,?,?)");
    for (const IndexedPassage& passage : made_of->passages) Put(remove, row++, passage, made_of->language);
  }
  for (const char* sql :
       {"DELETE FROM passages WHERE document = ?", "DELETE FROM indexed_documents WHERE study = 1 AND document = ?"}) {
    SqliteStatement remove(database_, sql);
    remove.Bind(1, std::int64_t{document});
    remove.Step();
  }
}

// Terms of words that were taken out stay in the index's pages until they are merged.
void FtsIndex::Finish(bool words_removed) {
  if (words_removed) Run("INSERT INTO passage_index(passage_index) VALUES ('optimize')");
}

void FtsIndex::Clear() {
  Run("INSERT INTO passage_index(passage_index) VALUES ('delete-all'); DELETE FROM passages; DELETE FROM "
      "indexed_documents");
}

Ranking FtsIndex::Find(const Match& match, const std::set<long long>* documents, std::size_t most) {
  struct Hit {
    double score;
    std::int64_t row;
    FtsRows document;
  };
  std::vector<Hit> hits;
  const FtsExpression question = FtsExpressionOf(match);
  rank_.Begin(RowsFor(database_, match, documents), question.codes);
  SqliteStatement rows(
      database_,
      "SELECT rowid, relevance(passage_index) FROM passage_index WHERE passage_index MATCH ? ORDER BY rowid");
  rows.Bind(1, std::string_view(question.matches));
  while (rows.Step()) {
    if (!rows.IsNull(1)) hits.push_back({rows.Real(1), rows.Number(0), rank_.document()});
  }
  Ranking ranking;
  ranking.total = std::min(std::ssize(hits), kMaxCounted + 1);
  const auto end = hits.begin() + std::min(std::ssize(hits), static_cast<std::ptrdiff_t>(most));
  std::ranges::partial_sort(
      hits, end, [](const Hit& a, const Hit& b) { return a.score != b.score ? a.score > b.score : a.row < b.row; });
  std::map<long long, std::vector<core::TextRange>> places;
  for (auto hit = hits.begin(); hit != end; ++hit) {
    const auto [of, is_new] = places.try_emplace(hit->document.document);
    if (is_new) of->second = PlacesOf(of->first);
    const auto nth = static_cast<std::size_t>(hit->row - hit->document.first);
    if (nth >= of->second.size()) ThrowDamaged();
    ranking.best.push_back({of->first, of->second[nth], hit->score});
  }
  return ranking;
}

std::map<long long, std::int64_t> FtsIndex::CountByDocument(const Match& match, const std::set<long long>* documents) {
  std::map<long long, std::int64_t> counts;
  const FtsExpression question = FtsExpressionOf(match);
  rank_.Begin(RowsFor(database_, match, documents), question.codes);
  SqliteStatement rows(
      database_,
      "SELECT rowid, relevance(passage_index) FROM passage_index WHERE passage_index MATCH ? ORDER BY rowid");
  rows.Bind(1, std::string_view(question.matches));
  while (rows.Step()) {
    if (!rows.IsNull(1)) ++counts[rank_.document().document];
  }
  return counts;
}

void FtsIndex::EachWord(const std::function<void(std::string_view, std::int64_t)>& take) {
  Run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'passage_index', 'row')");
  SqliteStatement select(database_, "SELECT term, doc FROM temp.vocabulary");
  while (select.Step()) {
    const std::string term = select.Text(0);
    if (!term.empty() && term[0] != '\x02') take(term, select.Number(1));
  }
}

}  // namespace commonground::store
