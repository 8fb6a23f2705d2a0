// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// measure_search FILE PASSAGES: makes a study of so many passages of seeded Zipfian text (20 words each), then measures
// the index, and questions of two words with a facet, against the same on a bare FTS5 table in the same run.
#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>

#include "bench/zipf_study.h"
#include "store/study_store.h"

namespace {

using namespace commonground;
using bench::Clock;
using bench::Seconds;
using bench::Times;

class Bare {
 public:
  Bare(const std::string& path, const model::Study& study) {
    sqlite3_open(path.c_str(), &database_);
    Run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE VIRTUAL TABLE t USING fts5(body, facets, content='')");
    Run("BEGIN");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database_, "INSERT INTO t (rowid, body, facets) VALUES (?,?,?)", -1, &insert, nullptr);
    sqlite3_int64 row = 0;
    for (std::size_t d = 0; d < study.documents.size(); ++d) {
      const std::string& text = study.documents[d].text;
      const std::string facet = fmt::format("region{}", d % 5);
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\n\n", at);
        sqlite3_bind_int64(insert, 1, ++row);
        sqlite3_bind_text(insert, 2, text.data() + at, static_cast<int>(end - at), nullptr);
        sqlite3_bind_text(insert, 3, facet.c_str(), -1, nullptr);
        sqlite3_step(insert);
        sqlite3_reset(insert);
        at = end + 2;
      }
    }
    sqlite3_finalize(insert);
    Run("COMMIT");
  }
  ~Bare() { sqlite3_close(database_); }
  Bare(const Bare&) = delete;

  void Ask(const std::string& match) {
    sqlite3_stmt* select = nullptr;
    sqlite3_prepare_v2(database_, "SELECT rowid, rank FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20", -1, &select,
                       nullptr);
    sqlite3_bind_text(select, 1, match.c_str(), -1, nullptr);
    while (sqlite3_step(select) == SQLITE_ROW) {
    }
    sqlite3_finalize(select);
  }

 private:
  void Run(const char* sql) { sqlite3_exec(database_, sql, nullptr, nullptr, nullptr); }
  sqlite3* database_ = nullptr;
};

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 64;
  const std::string path = words[1];
  const model::Study study = bench::ZipfStudy(std::atoi(words[2]), 0);
  std::size_t text = 0;
  for (const auto& document : study.documents) text += document.text.size();
  core::NoProgress silent;
  double save = 0;
  double index = 0;
  {
    auto store = store::StudyStore::Open(std::filesystem::path(path), store::OpenMode::kCreateOrWrite).value();
    auto start = Clock::now();
    if (const auto saved = store.Save(study, {}, silent); !saved) return 1;
    save = Seconds(start);
    start = Clock::now();
    if (!store.Reindex(silent)) return 1;
    index = Seconds(start);
  }
  std::set<model::DocumentId> all;
  for (const auto& document : study.documents) all.insert(document.id);
  auto start = Clock::now();
  const auto store = store::StudyStore::Open(std::filesystem::path(path), store::OpenMode::kRead).value();
  const double open = Seconds(start) * 1e3;

  const auto ask = [&](const std::string& question) {
    store::SearchRequest request;
    request.question = question;
    request.regions = {"africa"};
    if (!store.Search(request, {"en"}, all)) std::abort();
  };
  const Times both = bench::MeasureQuestions([&](const auto& a, const auto& b) { ask(a + " " + b); });
  const Times either = bench::MeasureQuestions([&](const auto& a, const auto& b) { ask(a + " OR " + b); });
  Bare bare(path + ".bare", study);
  const Times bare_both =
      bench::MeasureQuestions([&](const auto& a, const auto& b) { bare.Ask(a + " AND " + b + " AND region0"); });
  const Times bare_either =
      bench::MeasureQuestions([&](const auto& a, const auto& b) { bare.Ask("(" + a + " OR " + b + ") AND region0"); });
  fmt::print(
      "| passages | text | study file | save with index | index made anew | opening "
      "|\n|---:|---:|---:|---:|---:|---:|\n");
  fmt::print("| {} | {:.0f} MB | {:.0f} MB | {:.1f} s | {:.1f} s | {:.1f} ms |\n\n", words[2],
             static_cast<double>(text) / 1e6, static_cast<double>(std::filesystem::file_size(path)) / 1e6, save, index,
             open);
  fmt::print("| question, with a facet | median | p95 | bare FTS5 median | ratio |\n|---|---:|---:|---:|---:|\n");
  const auto row = [](const char* name, const Times& ours, const Times& theirs) {
    fmt::print("| {} | {:.2f} ms | {:.2f} ms | {:.2f} ms | {:.2f} |\n", name, ours.median, ours.p95, theirs.median,
               ours.median / theirs.median);
  };
  row("both of two words", both, bare_both);
  row("either of two words", either, bare_either);
  return 0;
}
