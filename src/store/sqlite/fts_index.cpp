// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/sqlite/fts_index.h"

#include "store/failure.h"
#include "store/sqlite/fts_expression.h"
#include "store/sqlite/fts_tokenizer.h"
#include "store/sqlite/statement.h"

namespace commonground::store {

namespace {

const std::string kItsPassages =
    "passage BETWEEN (SELECT first_passage FROM indexed_documents WHERE study = 1 AND document = ?1) AND "
    "(SELECT last_passage FROM indexed_documents WHERE study = 1 AND document = ?1)";

void Put(SqliteStatement& statement, std::int64_t row, const IndexedPassage& passage, std::string_view language) {
  const std::string text = TextForIndex(passage.words, language);
  statement.Bind(1, row);
  statement.Bind(2, text);
  statement.Bind(3, passage.facets);
  statement.Step();
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

void FtsIndex::Add(const IndexedDocument& document) {
  SqliteStatement last(database_, "SELECT coalesce(max(passage), 0) FROM passages");
  last.Step();
  const std::int64_t before = last.Number(0);
  last.Reset();
  SqliteStatement insert_passage(database_,
                                 "INSERT INTO passages (passage, document, range_start, range_end) VALUES (?,?,?,?)");
  SqliteStatement insert_words(database_, "INSERT INTO passage_index (rowid, body, facets) VALUES (?,?,?)");
  std::int64_t row = before;
  for (const IndexedPassage& passage : document.passages) {
    ++row;
    insert_passage.Bind(1, row);
    insert_passage.Bind(2, document.number);
    insert_passage.Bind(3, passage.range.start);
    insert_passage.Bind(4, passage.range.end);
    insert_passage.Step();
    Put(insert_words, row, passage, document.language);
  }
  SqliteStatement insert_document(
      database_,
      "INSERT INTO indexed_documents (study, document, hash, first_passage, last_passage) VALUES (1,?,?,?,?)");
  insert_document.Bind(1, document.number);
  insert_document.Bind(2, document.hash);
  insert_document.Bind(3, before + 1);
  insert_document.Bind(4, row);
  insert_document.Step();
}

// Contentless FTS5 takes a row out by being handed what it was made of.
void FtsIndex::Remove(long long document, const IndexedDocument* made_of) {
  if (made_of != nullptr) {
    SqliteStatement remove(database_,
                           "INSERT INTO passage_index (passage_index, rowid, body, facets) VALUES ('delete',?,?,?)");
    SqliteStatement select(
        database_, "SELECT passage, range_start, range_end FROM passages WHERE " + kItsPassages + " ORDER BY passage");
    select.Bind(1, std::int64_t{document});
    auto passage = made_of->passages.begin();
    while (select.Step()) {
      const core::TextRange range{select.Number(1), select.Number(2)};
      if (passage == made_of->passages.end() || passage->range != range) {
        throw Failure(core::ErrorCode::kCorrupt, Damaged("the search index").message);
      }
      Put(remove, select.Number(0), *passage++, made_of->language);
    }
  }
  for (const std::string& sql : {"DELETE FROM passages WHERE " + kItsPassages,
                                 std::string("DELETE FROM indexed_documents WHERE study = 1 AND document = ?1")}) {
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

void FtsIndex::Rows(const char* sql, const Match& match, const std::function<bool(const IndexRow&)>& take) {
  SqliteStatement rows(database_, sql);
  SqliteStatement place(database_, "SELECT document, range_start, range_end FROM passages WHERE passage = ?");
  const std::string expression = FtsExpression(match);
  rows.Bind(1, std::string_view(expression));
  while (rows.Step()) {
    place.Bind(1, rows.Number(0));
    if (!place.Step()) throw Failure(core::ErrorCode::kCorrupt, Damaged("the search index").message);
    const IndexRow row{place.Number(0), {place.Number(1), place.Number(2)}, -rows.Real(1)};
    place.Reset();
    if (!take(row)) return;
  }
}

void FtsIndex::Best(const Match& match, const std::function<bool(const IndexRow&)>& take) {
  Rows("SELECT rowid, rank FROM passage_index WHERE passage_index MATCH ? ORDER BY rank", match, take);
}

void FtsIndex::All(const Match& match, const std::function<bool(const IndexRow&)>& take) {
  Rows("SELECT rowid, 0.0 FROM passage_index WHERE passage_index MATCH ?", match, take);
}

std::int64_t FtsIndex::Count(const Match& match, std::int64_t most) {
  SqliteStatement rows(database_, "SELECT rowid FROM passage_index WHERE passage_index MATCH ?");
  const std::string expression = FtsExpression(match);
  rows.Bind(1, std::string_view(expression));
  std::int64_t counted = 0;
  while (counted < most && rows.Step()) ++counted;
  return counted;
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
