// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The search index in PostgreSQL.

#include "store/postgres/ts_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "store/postgres/link.h"
#include "store/postgres/ts_expression.h"
#include "store/search/index.h"

namespace commonground::store {

namespace {

constexpr std::size_t kLongestToken = 2046;      // bytes
constexpr std::size_t kMaxTokenBytes = 500'000;  // of a passage: a tsvector holds less than 1 MB
constexpr int kLastPlace = 16'383;
constexpr std::size_t kMaxPlaces = 255;
constexpr std::size_t kBytesAtOnce = 8 << 20;

std::int64_t Number(const PgResult& result, int row, int column) {
  const std::string_view text = PQgetvalue(result.get(), row, column);
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::string TsIndex::StudyFacet() const {
  return FacetToken(Facet::kKind, "") + fmt::format("/{}", study_);
}

std::map<long long, std::string> TsIndex::Hashes() {
  std::map<long long, std::string> hashes;
  const PgResult rows =
      Ask(link_, fmt::format("SELECT document, hash FROM indexed_documents WHERE study = {}", study_), {});
  for (int row = 0; row < PQntuples(rows.get()); ++row) hashes[Number(rows, row, 0)] = PQgetvalue(rows.get(), row, 1);
  return hashes;
}

std::vector<TsIndex::Entry> TsIndex::Words(const IndexedPassage& passage, std::string_view language, int sign) {
  std::vector<Entry> entries;
  std::size_t bytes = 0;
  int place = 0;
  ++passage_;
  const auto add = [&](std::string_view token) {
    if (token.empty() || token.size() > kLongestToken) return;
    const auto at = words_.try_emplace(std::string(token)).first;
    Word& word = at->second;
    if (word.seen_in != passage_) {
      word.seen_in = passage_;
      word.entry = entries.size();
      word.passages += sign;
      entries.push_back({at->first, {}});
      bytes += token.size();
    }
    auto& places = entries[word.entry].places;
    if (places.size() < kMaxPlaces && (places.empty() || places.back() < place)) {
      places.push_back(static_cast<std::uint16_t>(place));
      bytes += 2;
    }
  };
  tokenizer_.Cut(passage.words, language, [&](const Token& token) {
    place = std::min(place + 1, kLastPlace);
    add(token.text);
    add(token.also);
    return bytes < kMaxTokenBytes;
  });
  return entries;
}

// A row as COPY's binary form has it; the vector as tsvectorsend writes it: how many tokens, and each with its places.
void TsIndex::AddRow(const IndexedDocument& document, const IndexedPassage& passage) {
  std::vector<Entry> entries = Words(passage, document.language, 1);
  const std::string of_study = StudyFacet();
  entries.push_back({of_study, {}});
  const std::string facets = document.facets + passage.codes;
  for (std::size_t at = 1; at < facets.size();) {
    const std::size_t end = std::min(facets.find(kTokenMark, at), facets.size());
    entries.push_back({std::string_view(facets).substr(at, end - at), {}});
    at = end + 1;
  }
  // Codes share ancestors, but a token stands once in a vector.
  std::ranges::sort(entries, {}, &Entry::token);
  const auto same = [](const Entry& a, const Entry& b) { return a.token == b.token; };
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
  BinaryRows rows(rows_);
  rows.BeginRow(4);
  rows.Add(document.number);
  rows.Add(passage.range.start);
  rows.Add(passage.range.end);
  const std::size_t vector = rows.BeginCell();
  rows.AppendInteger(static_cast<std::uint32_t>(entries.size()));
  for (const Entry& entry : entries) {
    rows_ += entry.token;
    rows_ += '\0';
    rows.AppendInteger(static_cast<std::uint16_t>(entry.places.size()));
    for (const std::uint16_t place : entry.places) rows.AppendInteger(place);
  }
  rows.EndCell(vector);
}

void TsIndex::Add(const IndexedDocument& document) {
  const std::string number = std::to_string(document.number);
  for (const IndexedPassage& passage : document.passages) {
    AddRow(document, passage);
    if (rows_.size() > kBytesAtOnce) Flush();
  }
  AddCell(documents_, true, number);
  AddCell(documents_, false, document.hash);
  documents_ += '\n';
}

void TsIndex::Remove(long long document, const IndexedDocument* made_of) {
  Flush();
  Await();
  if (made_of != nullptr) {
    for (const IndexedPassage& passage : made_of->passages) Words(passage, made_of->language, -1);
  }
  Send(link_, fmt::format("DELETE FROM passages WHERE study = {0} AND document = {1}; "
                          "DELETE FROM indexed_documents WHERE study = {0} AND document = {1}",
                          study_, document));
}

// Row-level security lets COPY into no table: rows go into a table of this transaction first.
void TsIndex::Flush() {
  Await();
  if (!documents_.empty()) {
    Send(link_, "CREATE TEMP TABLE IF NOT EXISTS incoming_indexed (document BIGINT, hash TEXT) ON COMMIT DROP");
    Copy(link_, "pg_temp.incoming_indexed", documents_);
    Send(link_, fmt::format("INSERT INTO indexed_documents (study, document, hash) SELECT {}, document, hash FROM "
                            "pg_temp.incoming_indexed; TRUNCATE pg_temp.incoming_indexed",
                            study_));
    documents_.clear();
  }
  if (rows_.empty()) return;
  Send(link_,
       "CREATE TEMP TABLE IF NOT EXISTS incoming_index (document BIGINT, range_start BIGINT, range_end BIGINT, "
       "words TSVECTOR) ON COMMIT DROP");
  CopyBinary(link_, "pg_temp.incoming_index", rows_);
  rows_.clear();
  server_works_ = true;
  Start(link_, fmt::format("INSERT INTO passages (study, document, range_start, range_end, words) SELECT {}, document, "
                           "range_start, range_end, words FROM pg_temp.incoming_index; TRUNCATE pg_temp.incoming_index",
                           study_));
}

void TsIndex::Await() {
  if (!server_works_) return;
  server_works_ = false;
  store::Await(link_);
}

void TsIndex::Finish(bool) {
  Flush();
  std::vector<std::pair<std::string_view, std::int64_t>> counts;
  for (const auto& [text, word] : words_) {
    if (word.passages != 0) counts.emplace_back(text, word.passages);
  }
  std::ranges::sort(counts);
  std::string words;
  for (const auto& [word, count] : counts) {
    AddCell(words, true, word);
    AddCell(words, false, std::to_string(count));
    words += '\n';
  }
  words_.clear();
  Await();
  if (words.empty()) return;
  Send(link_,
       "CREATE TEMP TABLE IF NOT EXISTS incoming_words (word TEXT COLLATE \"C\", passages BIGINT) ON COMMIT DROP");
  Copy(link_, "pg_temp.incoming_words", words);
  Send(link_, fmt::format("INSERT INTO vocabulary AS v (study, word, passages) SELECT {0}, word, passages FROM "
                          "pg_temp.incoming_words ON CONFLICT (study, word) DO UPDATE SET passages = v.passages + "
                          "excluded.passages; DELETE FROM vocabulary WHERE study = {0} AND passages <= 0; "
                          "TRUNCATE pg_temp.incoming_words",
                          study_));
}

void TsIndex::Clear() {
  Begin();
  Send(link_, fmt::format("DELETE FROM passages WHERE study = {0}; DELETE FROM indexed_documents WHERE study = {0}; "
                          "DELETE FROM vocabulary WHERE study = {0}",
                          study_));
}

std::int64_t TsIndex::Rows(const Match& match, bool ranked, std::int64_t most,
                           const std::function<bool(const IndexRow&)>& take, bool& stopped) {
  const TsExpression question = TsExpressionOf(match);
  const std::array<std::string, 2> texts{question.matches + " & " + QuotedToken(StudyFacet()), question.ranks};
  const std::string sql = fmt::format(
      "SELECT document, range_start, range_end, {}, {} FROM passages WHERE study = {} AND words @@ $1::tsquery "
      "AND $2::text IS NOT NULL {} LIMIT {}",
      ranked ? "ts_rank(words, $2::tsquery, 1)" : "0", question.look_again ? "words::text" : "''", study_,
      ranked ? "ORDER BY 4 DESC, document, range_start" : "", most);
  const PgResult rows = Ask(link_, sql, texts);
  const int count = PQntuples(rows.get());
  for (int row = 0; row < count && !stopped; ++row) {
    if (question.look_again && !Holds(match.expression, ReadTsVector(PQgetvalue(rows.get(), row, 4)))) continue;
    const IndexRow found{Number(rows, row, 0),
                         {Number(rows, row, 1), Number(rows, row, 2)},
                         ranked ? std::strtod(PQgetvalue(rows.get(), row, 3), nullptr) : 0};
    stopped = !take(found);
  }
  return count;
}

void TsIndex::Best(const Match& match, const std::function<bool(const IndexRow&)>& take) {
  // Few are wanted as a rule; PostgreSQL keeps only the best of them.
  std::int64_t passed = 0;
  for (const std::int64_t most : {std::int64_t{200}, std::int64_t{1'000'000'000}}) {
    std::int64_t at = 0;
    bool stopped = false;
    const std::int64_t rows = Rows(
        match, true, most,
        [&](const IndexRow& row) {
          if (at++ < passed) return true;
          ++passed;
          return take(row);
        },
        stopped);
    if (stopped || rows < most) return;
  }
}

std::int64_t TsIndex::Count(const Match& match, const std::set<long long>* documents) {
  const TsExpression question = TsExpressionOf(match);
  if (question.look_again || documents != nullptr) {
    std::int64_t counted = 0;
    bool stopped = false;
    Rows(
        match, false, 1'000'000'000,
        [&](const IndexRow& row) {
          if (documents == nullptr || documents->contains(row.document)) ++counted;
          return counted <= kMaxCounted;
        },
        stopped);
    return counted;
  }
  const std::array<std::string, 1> texts{question.matches + " & " + QuotedToken(StudyFacet())};
  const PgResult count = Ask(link_,
                             fmt::format("SELECT count(*) FROM (SELECT 1 FROM passages WHERE study = {} AND words @@ "
                                         "$1::tsquery LIMIT {}) AS those_found",
                                         study_, kMaxCounted + 1),
                             texts);
  return Number(count, 0, 0);
}

Ranking TsIndex::Find(const Match& match, const std::set<long long>* documents, std::size_t most) {
  Ranking ranking;
  if (most > 0) {
    Best(match, [&](const IndexRow& row) {
      if (documents == nullptr || documents->contains(row.document)) ranking.best.push_back(row);
      return ranking.best.size() < most;
    });
  }
  ranking.total = ranking.best.size() < most ? std::ssize(ranking.best) : Count(match, documents);
  return ranking;
}

std::map<long long, std::int64_t> TsIndex::CountByDocument(const Match& match, const std::set<long long>* documents) {
  std::map<long long, std::int64_t> counts;
  bool stopped = false;
  Rows(
      match, false, 1'000'000'000,
      [&](const IndexRow& row) {
        if (documents == nullptr || documents->contains(row.document)) ++counts[row.document];
        return true;
      },
      stopped);
  return counts;
}

void TsIndex::EachWord(const std::function<void(std::string_view, std::int64_t)>& take) {
  const PgResult rows = Ask(link_, fmt::format("SELECT word, passages FROM vocabulary WHERE study = {}", study_), {});
  for (int row = 0; row < PQntuples(rows.get()); ++row) take(PQgetvalue(rows.get(), row, 0), Number(rows, row, 1));
}

}  // namespace commonground::store
