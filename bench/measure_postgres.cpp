// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// measure_postgres NOTE FILE PASSAGES CODINGS: what the same study costs in a file and in PostgreSQL (the server of
// tests/postgres/server, whose note this is), beside bare COPY and single inserts of the same rows in the same run.
#include <fmt/format.h>
#include <libpq-fe.h>

#include <fstream>
#include <span>
#include <thread>

#include "bench/zipf_study.h"
#include "store/study_store.h"

namespace {

using namespace commonground;
using bench::Clock;
using bench::Seconds;

class Link {
 public:
  explicit Link(const std::string& address) : link_(PQconnectdb(address.c_str())) {}
  Link(const Link&) = delete;
  ~Link() { PQfinish(link_); }
  std::string Run(const std::string& sql) {
    PGresult* result = PQexec(link_, sql.c_str());
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
      fmt::print(stderr, "{}: {}\n", sql.substr(0, 80), PQerrorMessage(link_));
      std::exit(1);
    }
    std::string cell = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
    PQclear(result);
    return cell;
  }
  std::vector<std::string> CopyOut(const std::string& table) {
    PQclear(PQexec(link_, ("COPY commonground." + table + " TO STDOUT").c_str()));
    std::vector<std::string> rows;
    char* row = nullptr;
    for (int length = PQgetCopyData(link_, &row, 0); length > 0; length = PQgetCopyData(link_, &row, 0)) {
      rows.emplace_back(row, static_cast<std::size_t>(length));
      PQfreemem(row);
    }
    while (PGresult* end = PQgetResult(link_)) PQclear(end);
    return rows;
  }
  void CopyIn(const std::string& table, const std::vector<std::string>& rows) {
    PQclear(PQexec(link_, ("COPY commonground." + table + " FROM STDIN").c_str()));
    for (const auto& row : rows) PQputCopyData(link_, row.data(), static_cast<int>(row.size()));
    PQputCopyEnd(link_, nullptr);
    while (PGresult* end = PQgetResult(link_)) {
      if (PQresultStatus(end) != PGRES_COMMAND_OK) fmt::print(stderr, "{}: {}\n", table, PQerrorMessage(link_));
      PQclear(end);
    }
  }
  // One row a statement: prepared, all in one transaction or each in its own; or as plain text, each in its own, as
  // pg_dump --inserts writes them.  What it would take for `of_all` rows.
  enum class Each { kPreparedInOne, kPrepared, kPlain };
  double InsertEach(const std::string& table, std::span<const std::string> rows, std::size_t of_all, Each how) {
    const auto cells = [](const std::string& row) {
      std::vector<std::string> all(1);
      for (const char c : row) {
        if (c == '\t') {
          all.emplace_back();
        } else if (c != '\n') {
          all.back() += c;
        }
      }
      return all;
    };
    const std::string into = "INSERT INTO commonground." + table + " VALUES (";
    std::string values;
    for (std::size_t i = 1; i <= cells(rows.front()).size(); ++i) values += fmt::format("{}${}", i > 1 ? "," : "", i);
    if (how == Each::kPreparedInOne) Run("BEGIN");
    if (how != Each::kPlain) PQclear(PQprepare(link_, "one", (into + values + ")").c_str(), 0, nullptr));
    const auto start = Clock::now();
    for (const auto& one : rows) {
      const auto row = cells(one);
      if (how == Each::kPlain) {
        std::string sql = into;
        for (const auto& cell : row) {
          char* literal = cell == "\\N" ? nullptr : PQescapeLiteral(link_, cell.data(), cell.size());
          sql += fmt::format("{}{}", sql.size() > into.size() ? "," : "", literal != nullptr ? literal : "NULL");
          PQfreemem(literal);
        }
        Run(sql + ")");
        continue;
      }
      std::vector<const char*> parameters;
      for (const auto& cell : row) parameters.push_back(cell == "\\N" ? nullptr : cell.c_str());
      PGresult* done =
          PQexecPrepared(link_, "one", static_cast<int>(parameters.size()), parameters.data(), nullptr, nullptr, 0);
      if (PQresultStatus(done) != PGRES_COMMAND_OK) {
        fmt::print(stderr, "{}\n", PQerrorMessage(link_));
        std::exit(1);
      }
      PQclear(done);
    }
    const double took = Seconds(start);
    if (how == Each::kPreparedInOne) Run("ROLLBACK");
    if (how != Each::kPlain) PQclear(PQexec(link_, "DEALLOCATE one"));
    return took / static_cast<double>(rows.size()) * static_cast<double>(of_all);
  }

 private:
  PGconn* link_;
};

template <typename Value>
Value Must(core::Result<Value> result) {
  if (!result) {
    fmt::print(stderr, "{}\n", core::Describe(result.error()));
    std::exit(1);
  }
  return std::move(*result);
}

double Snapshot(const store::StudyLocation& place, std::size_t& rows) {
  core::NoProgress silent;
  std::vector<double> seconds;
  for (int i = 0; i < 5; ++i) {
    const auto start = Clock::now();
    const auto kept = Must(store::StudyStore::Open(place, store::OpenMode::kRead));
    const auto without = Must(kept.LoadWithoutText());
    rows = Must(kept.LoadCodingColumns(without, silent)).columns.size();
    seconds.push_back(Seconds(start));
  }
  return bench::TimesOf(seconds).median / 1e3;
}

}  // namespace

int main(int count, char** words) {
  if (count != 5) return 64;
  std::ifstream note(words[1]);
  std::string address;
  std::getline(note, address);
  std::string superuser = address;
  superuser.replace(superuser.find("tester"), 6, "postgres");
  const model::Study study = bench::ZipfStudy(std::atoi(words[3]), std::atoi(words[4]));
  core::NoProgress silent;
  const store::StudyLocation file{std::filesystem::path(words[2])};
  const store::StudyLocation database = Must(store::StudyLocation::Parse(address + "#bench"));

  Must(Must(store::StudyStore::Open(file, store::OpenMode::kCreateOrWrite)).Save(study, {}, silent));
  auto start = Clock::now();
  Must(Must(store::StudyStore::Open(database, store::OpenMode::kCreateOrWrite)).Save(study, {}, silent));
  const double copied = Seconds(start);

  // The same rows into the same tables of another database, by bare COPY as its superuser.
  Link ours(superuser);
  ours.Run("CREATE DATABASE bare OWNER tester");
  const std::string bare_address = address.substr(0, address.rfind('/')) + "/bare";
  {
    Must(store::StudyStore::Open(Must(store::StudyLocation::Parse(bare_address + "#bench")),
                                 store::OpenMode::kCreateOrWrite));
  }
  Link bare(superuser.substr(0, superuser.rfind('/')) + "/bare");
  double copy = 0;
  double inserts = 0;
  double commits = 0;
  double plain = 0;
  std::size_t rows_in_all = 0;
  std::vector<std::pair<std::string, std::vector<std::string>>> tables;
  for (const char* table : {"regions", "organisations", "cases", "codes", "coders", "documents", "document_texts",
                            "document_parts", "codings", "passages", "vocabulary", "indexed_documents"}) {
    tables.emplace_back(table, ours.CopyOut(table));
    rows_in_all += tables.back().second.size();
  }
  for (const auto& [table, rows] : tables) {
    if (rows.empty()) continue;
    // Deferred references are checked at the end of each.
    start = Clock::now();
    bare.CopyIn(table, rows);
    copy += Seconds(start);
  }
  Link role(bare_address);  // a row is inserted by who may only see their own study, as the program's are
  role.Run("SELECT set_config('commonground.study', '" + bare.Run("SELECT study FROM commonground.studies") +
           "', false)");
  // The last rows once more, one by one, into tables and indexes that hold the rest: so that the index of words takes
  // in what waits for it, as it does on the way to so many rows.
  for (const auto& [table, rows] : tables) {
    if (table != "codings" && table != "passages") continue;
    const std::size_t some = std::min<std::size_t>(20'000, rows.size());
    const std::span last = std::span(rows).last(some);
    for (const auto how : {Link::Each::kPreparedInOne, Link::Each::kPrepared, Link::Each::kPlain}) {
      if (how != Link::Each::kPrepared) {  // nothing of the one before is left after a ROLLBACK
        bare.Run(
            fmt::format("DELETE FROM commonground.{0} WHERE ctid IN (SELECT ctid FROM commonground.{0} ORDER BY ctid "
                        "DESC LIMIT {1})",
                        table, some));
        bare.Run("VACUUM commonground." + table);
      }
      const double took = role.InsertEach(table, last, rows.size(), how);
      (how == Link::Each::kPreparedInOne ? inserts : how == Link::Each::kPrepared ? commits : plain) += took;
    }
  }
  fmt::print("| {} passages, {} codings into PostgreSQL ({} rows) | time | against bare COPY |\n|---|---:|---:|\n",
             words[3], words[4], rows_in_all);
  fmt::print("| copied: read, cut into words, and saved in one transaction; target: 1.5 | {:.1f} s | {:.2f} |\n",
             copied, copied / copy);
  fmt::print("| bare COPY of the same rows, words already cut | {:.1f} s | 1 |\n", copy);
  fmt::print(
      "| single inserts of codings and passages, prepared, in one transaction (the last 20,000 of each measured) | "
      "{:.0f} s | {:.1f} |\n",
      inserts, inserts / copy);
  fmt::print("| the same, each its own transaction | {:.0f} s | {:.1f} |\n", commits, commits / copy);
  fmt::print("| the same as plain statements, as pg_dump --inserts writes them | {:.0f} s | {:.1f} |\n", plain,
             plain / copy);
  fmt::print("| copied against those three; target: 20 times faster | {:.1f}, {:.1f}, {:.1f} times | |\n\n",
             inserts / copied, commits / copied, plain / copied);

  std::set<model::DocumentId> all;
  for (const auto& document : study.documents) all.insert(document.id);
  ours.Run("CHECKPOINT");
  fmt::print("| search with a facet, {} passages | median | p95 | target |\n|---|---:|---:|---:|\n", words[3]);
  for (const auto& [where, place] : {std::pair("file", file), std::pair("PostgreSQL", database)}) {
    const auto kept = Must(store::StudyStore::Open(place, store::OpenMode::kRead));
    const auto ask = [&](const std::string& question) {
      store::SearchRequest request;
      request.question = question;
      request.regions = {"africa"};
      Must(kept.Search(request, {"en"}, all));
    };
    const auto both = bench::MeasureQuestions([&](const auto& a, const auto& b) { ask(a + " " + b); });
    const auto either = bench::MeasureQuestions([&](const auto& a, const auto& b) { ask(a + " OR " + b); });
    const bool is_file = where == std::string_view("file");
    fmt::print("| {}: both of two words | {:.1f} ms | {:.1f} ms | {} ms |\n", where, both.median, both.p95,
               is_file ? 8 : 12);
    fmt::print("| {}: either of two words | {:.1f} ms | {:.1f} ms | {} ms |\n", where, either.median, either.p95,
               is_file ? 25 : 70);
  }
  std::size_t rows = 0;
  const double from_database = Snapshot(database, rows);
  const double from_file = Snapshot(file, rows);
  fmt::print("\n| snapshot of {} codings for a comparison | median of 5 | target |\n|---|---:|---:|\n", rows);
  fmt::print("| from a file | {:.2f} s | 1.5 s |\n| from PostgreSQL | {:.2f} s | 3 s |\n\n", from_file, from_database);
  return 0;
}
