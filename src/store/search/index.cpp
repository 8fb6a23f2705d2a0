// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/search/index.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "core/content_hash.h"
#include "core/text_range.h"
#include "store/connect.h"
#include "store/failure.h"
#include "store/schema.h"
#include "store/search/fts_tokenizer.h"
#include "store/sqlite_statement.h"

namespace commonground::store {

namespace {

constexpr char kFacetMark = '\x02';

// What the facets of a study's passages are made of, looked up once.
class Facets {
 public:
  explicit Facets(const model::Study& study) : study_(study) {
    for (const auto& organisation : study.organisations) organisations_[organisation.id.value] = &organisation;
    std::unordered_map<std::string, const model::Code*> codes;
    for (const auto& code : study.codebook) codes[code.id.value] = &code;
    for (const auto& code : study.codebook) {
      std::string& tokens = code_tokens_[code.id.value];
      const model::Code* at = &code;
      for (std::size_t depth = 0; at != nullptr && depth <= study.codebook.size(); ++depth) {
        tokens += kTokenMark + FacetToken(Facet::kCode, at->id.value);
        at = at->parent && codes.contains(at->parent->value) ? codes[at->parent->value] : nullptr;
      }
    }
    for (const auto& coding : study.codings) {
      if (coding.status == model::CodingStatus::kAccepted) codings_[coding.document.value].push_back(&coding);
    }
    for (auto& [document, codings] : codings_) {
      std::ranges::stable_sort(codings, {}, [](const model::Coding* coding) { return coding->range.start; });
    }
  }

  std::string OfDocument(const model::Document& document) const {
    std::string tokens = kTokenMark + FacetToken(Facet::kCase, document.organisation.value);
    tokens += kTokenMark + FacetToken(Facet::kLanguage, document.language.substr(0, document.language.find('-')));
    tokens += kTokenMark + FacetToken(Facet::kKind, model::Word(document.kind));
    const auto found = organisations_.find(document.organisation.value);
    if (found == organisations_.end()) return tokens;
    if (found->second->region) tokens += kTokenMark + FacetToken(Facet::kRegion, found->second->region->value);
    if (found->second->country) tokens += kTokenMark + FacetToken(Facet::kCountry, found->second->country->value);
    return tokens;
  }

  const std::vector<const model::Coding*>& CodingsOf(const model::Document& document) const {
    static const std::vector<const model::Coding*> none;
    const auto found = codings_.find(document.id.value);
    return found == codings_.end() ? none : found->second;
  }

  // Of the codes whose passages overlap this one.
  std::string OfPassage(const model::Document& document, core::TextRange range) const {
    std::set<std::string> codes;
    for (const model::Coding* coding : CodingsOf(document)) {
      if (coding->range.start >= range.end) break;
      if (coding->range.end > range.start) codes.insert(coding->code.value);
    }
    std::string tokens;
    for (const std::string& code : codes) tokens += TokensOf(code);
    return tokens;
  }

  // A coding of a code that is not there is refused by Save.
  const std::string& TokensOf(const std::string& code) const {
    static const std::string none;
    const auto found = code_tokens_.find(code);
    return found == code_tokens_.end() ? none : found->second;
  }

  std::string HashOf(const model::Document& document) const {
    std::string all = document.hash + '\n' + document.language + '\n' + OfDocument(document) + '\n';
    for (const auto& part : document.parts)
      all += std::to_string(part.range.start) + '-' + std::to_string(part.range.end) + ' ';
    for (const model::Coding* coding : CodingsOf(document)) {
      all += std::to_string(coding->range.start) + '-' + std::to_string(coding->range.end) +
             TokensOf(coding->code.value) + '\n';
    }
    return core::ContentHash(all);
  }

  const model::Study& study() const { return study_; }

 private:
  const model::Study& study_;
  std::unordered_map<std::string, const model::Organisation*> organisations_;
  std::unordered_map<std::string, std::string> code_tokens_;  // its own and its ancestors'
  std::unordered_map<std::string, std::vector<const model::Coding*>> codings_;
};

class Writer {
 public:
  explicit Writer(soci::session& session)
      : database_(Handle(session)),
        insert_passage_(database_, "INSERT INTO passages (passage, document, range_start, range_end) VALUES (?,?,?,?)"),
        insert_words_(database_, "INSERT INTO passage_index (rowid, body, facets) VALUES (?,?,?)"),
        delete_words_(database_,
                      "INSERT INTO passage_index (passage_index, rowid, body, facets) VALUES ('delete',?,?,?)"),
        insert_document_(
            database_,
            "INSERT INTO indexed_documents (study, document, hash, first_passage, last_passage) VALUES (1,?,?,?,?)") {
    SqliteStatement last(database_, "SELECT coalesce(max(passage), 0) FROM passages");
    last.Step();
    next_ = last.Number(0);
  }

  void Add(const Facets& facets, const model::Document& document, std::int64_t number, std::string_view hash) {
    const core::TextIndex index(document.text);
    const std::string common = facets.OfDocument(document);
    const std::int64_t first = next_ + 1;
    for (const core::TextRange& range : PassagesOf(document)) {
      const auto words = index.Slice(range);
      if (!words) continue;
      ++next_;
      insert_passage_.Bind(1, next_);
      insert_passage_.Bind(2, number);
      insert_passage_.Bind(3, range.start);
      insert_passage_.Bind(4, range.end);
      insert_passage_.Step();
      Put(insert_words_, next_, *words, document.language, common + facets.OfPassage(document, range));
    }
    insert_document_.Bind(1, number);
    insert_document_.Bind(2, hash);
    insert_document_.Bind(3, first);
    insert_document_.Bind(4, next_);
    insert_document_.Step();
  }

  void Remove(const Facets& facets, const model::Document* document, std::int64_t number) {
    std::optional<core::TextIndex> index;
    std::string common;
    if (document != nullptr) {
      index.emplace(document->text);
      common = facets.OfDocument(*document);
    }
    SqliteStatement select(database_, "SELECT passage, range_start, range_end FROM passages WHERE " + kItsPassages);
    select.Bind(1, number);
    while (document != nullptr && select.Step()) {
      const core::TextRange range{select.Number(1), select.Number(2)};
      const auto words = index->Slice(range);
      if (!words) throw Failure(core::ErrorCode::kCorrupt, Damaged("the search index").message);
      Put(delete_words_, select.Number(0), *words, document->language, common + facets.OfPassage(*document, range));
    }
    Run("DELETE FROM passages WHERE " + kItsPassages, number);
    Run("DELETE FROM indexed_documents WHERE study = 1 AND document = ?", number);
  }

 private:
  inline static const std::string kItsPassages =
      "passage BETWEEN (SELECT first_passage FROM indexed_documents WHERE study = 1 AND document = ?1) AND "
      "(SELECT last_passage FROM indexed_documents WHERE study = 1 AND document = ?1)";

  static void Put(SqliteStatement& statement, std::int64_t row, std::string_view words, std::string_view language,
                  const std::string& facets) {
    const std::string text = TextForIndex(words, language);
    statement.Bind(1, row);
    statement.Bind(2, text);
    statement.Bind(3, facets);
    statement.Step();
  }

  void Run(std::string_view sql, std::int64_t number) {
    SqliteStatement statement(database_, sql);
    statement.Bind(1, number);
    statement.Step();
  }

  sqlite_api::sqlite3* database_;
  SqliteStatement insert_passage_;
  SqliteStatement insert_words_;
  SqliteStatement delete_words_;
  SqliteStatement insert_document_;
  std::int64_t next_ = 0;
};

void Ask(core::Progress& progress, std::int64_t done) {
  progress.Advance(done);
  if (progress.Cancelled()) throw Failure(core::ErrorCode::kCancelled, "stopped. Nothing was changed");
}

std::map<std::int64_t, std::string> IndexedHashes(soci::session& session) {
  std::map<std::int64_t, std::string> hashes;
  SqliteStatement select(Handle(session), "SELECT document, hash FROM indexed_documents WHERE study = 1");
  while (select.Step()) hashes[select.Number(0)] = select.Text(1);
  return hashes;
}

}  // namespace

std::string FacetToken(Facet facet, std::string_view value) {
  std::string token(1, kFacetMark);
  token += static_cast<char>('a' + static_cast<int>(facet));
  token += value;
  return token;
}

std::vector<core::TextRange> PassagesOf(const model::Document& document) {
  std::vector<core::TextRange> passages;
  for (const auto& part : document.parts) passages.push_back(part.range);
  if (!passages.empty()) return passages;
  const std::string_view text = document.text;
  std::int64_t place = 0;
  std::size_t counted = 0;
  const auto place_of = [&](std::size_t byte) {
    place += core::CountCodePoints(text.substr(counted, byte - counted));
    counted = byte;
    return place;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = text.find_first_not_of("\n \t", at);
    if (start == std::string_view::npos) break;
    std::size_t end = std::min(text.find("\n\n", start), text.size());
    at = end;
    while (end > start && (text[end - 1] == '\n' || text[end - 1] == ' ')) --end;
    const std::int64_t first = place_of(start);
    passages.push_back({first, place_of(end)});
  }
  return passages;
}

void UpdateIndex(soci::session& session, const Numbered& now, const std::function<Numbered()>& load_before,
                 core::Progress& progress) {
  const Facets facets(now.study);
  std::map<std::int64_t, std::string> stale = IndexedHashes(session);  // what is left at the end is gone or differs
  struct Change {
    const model::Document* document;
    std::int64_t number;
    std::string hash;
  };
  std::vector<Change> changes;
  for (const auto& document : now.study.documents) {
    const std::int64_t number = now.documents.of_id.at(document.id.value);
    std::string hash = facets.HashOf(document);
    const auto found = stale.find(number);
    if (found != stale.end() && found->second == hash) {
      stale.erase(found);
    } else {
      changes.push_back({&document, number, std::move(hash)});
    }
  }
  if (changes.empty() && stale.empty()) return;
  progress.Begin("Indexing for search", std::ssize(changes) + std::ssize(stale));
  std::int64_t done = 0;
  Writer writer(session);
  bool words_removed = false;
  if (!stale.empty()) {
    const Numbered before = load_before();
    const Facets old_facets(before.study);
    std::map<std::int64_t, const model::Document*> documents;
    for (const auto& document : before.study.documents)
      documents[before.documents.of_id.at(document.id.value)] = &document;
    std::map<std::int64_t, std::string_view> texts;
    for (const Change& change : changes) texts[change.number] = change.document->hash;
    for (const auto& [number, hash] : stale) {
      const auto found = documents.find(number);
      const model::Document* old = found == documents.end() ? nullptr : found->second;
      writer.Remove(old_facets, old, number);
      const auto again = texts.find(number);
      words_removed = words_removed || old == nullptr || again == texts.end() || again->second != old->hash;
      Ask(progress, ++done);
    }
  }
  for (const Change& change : changes) {
    writer.Add(facets, *change.document, change.number, change.hash);
    Ask(progress, ++done);
  }
  // Terms of words that were taken out stay in the index's pages until they are merged.
  if (words_removed) Run(session, "INSERT INTO passage_index(passage_index) VALUES ('optimize')");
  progress.End();
}

void RebuildIndex(soci::session& session, const Numbered& now, core::Progress& progress) {
  Run(session,
      "INSERT INTO passage_index(passage_index) VALUES ('delete-all');"
      "DELETE FROM passages; DELETE FROM indexed_documents");
  UpdateIndex(
      session, now, [&] { return now; }, progress);
  Run(session, "INSERT INTO passage_index(passage_index) VALUES ('optimize')");
}

}  // namespace commonground::store
