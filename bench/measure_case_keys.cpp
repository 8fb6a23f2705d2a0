// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// measure_case_keys PASSAGES CODINGS: what a key for each case would cost (docs/decisions, 0043).  Texts and the words
// of codings are sealed under their case's key; the words' index is either made anew in memory at each opening, or is
// kept for each case by itself, sealed under its key, and opened when somebody searches.  The rest of a study stands
// aside, so these are lower bounds.
#include <fmt/format.h>
#include <sodium.h>
#include <sqlite3.h>

#include <array>
#include <cstdlib>
#include <map>
#include <optional>

#include "bench/zipf_study.h"

namespace {

using namespace commonground;
using bench::Clock;
using bench::Seconds;
using bench::Times;

using Key = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kOverhead = kNonce + crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string Seal(std::string_view text, const Key& key) {
  std::string sealed(text.size() + kOverhead, '\0');
  auto* out = reinterpret_cast<unsigned char*>(sealed.data());
  randombytes_buf(out, kNonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonce, nullptr, Bytes(text), text.size(), nullptr, 0, nullptr, out,
                                             key.data());
  return sealed;
}

std::string Unseal(std::string_view sealed, const Key& key) {
  std::string text(sealed.size() - kOverhead, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr,
                                                 Bytes(sealed) + kNonce, sealed.size() - kNonce, nullptr, 0,
                                                 Bytes(sealed), key.data()) != 0) {
    std::abort();
  }
  return text;
}

// The index of passages as the store has it, but for the tokenizer: words only, no text.
class Index {
 public:
  Index() { Open(); }
  explicit Index(const std::string& bytes) {
    sqlite3_open(":memory:", &database_);
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    std::ranges::copy(bytes, copy);
    sqlite3_deserialize(database_, "main", copy, static_cast<sqlite3_int64>(bytes.size()),
                        static_cast<sqlite3_int64>(bytes.size()), SQLITE_DESERIALIZE_FREEONCLOSE);
  }
  Index(Index&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Index(const Index&) = delete;
  ~Index() { sqlite3_close(database_); }

  void Add(std::string_view text) {
    Run("BEGIN");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database_, "INSERT INTO t (rowid, body) VALUES (?,?)", -1, &insert, nullptr);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find("\n\n", at);
      sqlite3_bind_int64(insert, 1, ++rows_);
      sqlite3_bind_text(insert, 2, text.data() + at, static_cast<int>(end - at), nullptr);
      sqlite3_step(insert);
      sqlite3_reset(insert);
      at = end + 2;
    }
    sqlite3_finalize(insert);
    Run("COMMIT");
  }
  std::string Kept() {
    Run("INSERT INTO t (t) VALUES ('optimize'); VACUUM");
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(database_, "main", &size, 0);
    std::string kept(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return kept;
  }
  int Ask(const std::string& match) {
    sqlite3_stmt* select = nullptr;
    sqlite3_prepare_v2(database_, "SELECT rowid, rank FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20", -1, &select,
                       nullptr);
    sqlite3_bind_text(select, 1, match.c_str(), -1, nullptr);
    int found = 0;
    while (sqlite3_step(select) == SQLITE_ROW) ++found;
    sqlite3_finalize(select);
    return found;
  }

 private:
  void Open() {
    sqlite3_open(":memory:", &database_);
    Run("PRAGMA page_size=1024; PRAGMA journal_mode=OFF; CREATE VIRTUAL TABLE t USING fts5(body, content='')");
  }
  void Run(const char* sql) { sqlite3_exec(database_, sql, nullptr, nullptr, nullptr); }

  sqlite3* database_ = nullptr;
  sqlite3_int64 rows_ = 0;
};

double Megabytes(std::int64_t bytes) {
  return static_cast<double>(bytes) / 1e6;
}

void Row(const char* what, const std::string& figure) {
  fmt::print("| {} | {} |\n", what, figure);
}

}  // namespace

int main(int count, char** words) {
  if (count != 3 || sodium_init() < 0) return 64;
  const model::Study study = bench::ZipfStudy(std::atoi(words[1]), std::atoi(words[2]));
  const std::size_t cases = study.documents.size();

  // What would lie in the file.
  Key study_key;
  randombytes_buf(study_key.data(), study_key.size());
  std::vector<Key> keys(cases);
  std::vector<std::string> wrapped;
  for (Key& key : keys) {
    randombytes_buf(key.data(), key.size());
    wrapped.push_back(Seal({reinterpret_cast<const char*>(key.data()), key.size()}, study_key));
  }
  std::map<model::DocumentId, std::size_t> places;
  std::vector<std::string> texts;
  std::int64_t text = 0;
  for (std::size_t c = 0; c < cases; ++c) {
    places.emplace(study.documents[c].id, c);
    text += static_cast<std::int64_t>(study.documents[c].text.size());
    texts.push_back(Seal(study.documents[c].text, keys[c]));
  }
  std::vector<std::pair<std::size_t, std::string>> said;  // each coding's words, of its case
  for (const model::Coding& coding : study.codings) {
    const std::size_t place = places.at(coding.document);
    said.emplace_back(place, Seal(coding.exact + '\x1f' + coding.prefix + '\x1f' + coding.suffix, keys[place]));
  }
  std::vector<std::string> kept;
  std::int64_t kept_bytes = 0;
  for (std::size_t c = 0; c < cases; ++c) {
    Index index;
    index.Add(study.documents[c].text);
    kept.push_back(Seal(index.Kept(), keys[c]));
    kept_bytes += static_cast<std::int64_t>(kept.back().size());
  }

  // Opening.
  auto start = Clock::now();
  for (std::size_t c = 0; c < cases; ++c) {
    if (Unseal(wrapped[c], study_key).size() != keys[c].size()) return 1;
  }
  const double unwrap = Seconds(start);
  start = Clock::now();
  std::size_t read = 0;
  for (std::size_t c = 0; c < cases; ++c) read += Unseal(texts[c], keys[c]).size();
  const double unseal_texts = Seconds(start);
  start = Clock::now();
  for (const auto& [place, sealed] : said) read += Unseal(sealed, keys[place]).size();
  const double unseal_words = Seconds(start);
  if (read == 0) return 1;

  // One index, made anew in memory.
  const std::int64_t before = sqlite3_memory_used();
  start = Clock::now();
  std::optional<Index> whole(std::in_place);
  for (std::size_t c = 0; c < cases; ++c) whole->Add(Unseal(texts[c], keys[c]));
  const double anew = Seconds(start);
  const std::int64_t whole_memory = sqlite3_memory_used() - before;
  const Times in_whole = bench::MeasureQuestions([&](const auto& a, const auto& b) { whole->Ask(a + " " + b); });
  whole.reset();

  // One for each case, opened at the question; and left open afterwards.
  start = Clock::now();
  std::vector<Index> open;
  for (std::size_t c = 0; c < cases; ++c) open.emplace_back(Unseal(kept[c], keys[c])).Ask("kakax lolox");
  const double first = Seconds(start);
  const std::int64_t open_memory = sqlite3_memory_used() - before;
  const Times in_each = bench::MeasureQuestions([&](const auto& a, const auto& b) {
    for (Index& index : open) index.Ask(a + " " + b);
  });

  fmt::print("| a key for each of {} cases, {} passages, {} codings | |\n|---|---:|\n", cases, words[1], words[2]);
  Row("text", fmt::format("{:.0f} MB", Megabytes(text)));
  Row("keys unwrapped", fmt::format("{:.1f} ms", unwrap * 1e3));
  Row("all texts unsealed", fmt::format("{:.0f} ms", unseal_texts * 1e3));
  Row("words of all codings unsealed", fmt::format("{:.0f} ms", unseal_words * 1e3));
  Row("one index made anew at each opening: time; memory",
      fmt::format("{:.1f} s; {:.0f} MB", anew, Megabytes(whole_memory)));
  Row("a question of two words then: median; p95", fmt::format("{:.2f} ms; {:.2f} ms", in_whole.median, in_whole.p95));
  Row("a sealed index for each case: in the file", fmt::format("{:.0f} MB", Megabytes(kept_bytes)));
  Row("the first question of a session: time; memory",
      fmt::format("{:.2f} s; {:.0f} MB", first, Megabytes(open_memory)));
  Row("each question after: median; p95", fmt::format("{:.1f} ms; {:.1f} ms", in_each.median, in_each.p95));
  return 0;
}
