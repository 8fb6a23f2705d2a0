// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study file as a Database.
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "store/database.h"
#include "store/failure.h"
#include "store/sql.h"
#include "store/sqlite/connect.h"
#include "store/sqlite/fts_index.h"
#include "store/sqlite/page_checks.h"
#include "store/sqlite/statement.h"
#include "store/sqlite/study_key.h"

namespace commonground::store {

namespace {

class SqliteDatabase : public Database {
 public:
  SqliteDatabase(const std::filesystem::path& path, OpenMode mode) : path_(path) {
    session_ =
        OpenStudyFile(path, {.may_create = mode == OpenMode::kCreateOrWrite, .may_write = mode != OpenMode::kRead});
    passages_ = std::make_unique<FtsIndex>(handle());
  }

  void BeginReading() override { store::Run(*session_, "BEGIN"); }
  void BeginWriting() override { store::Run(*session_, "BEGIN IMMEDIATE"); }
  void BeginEditing() override { store::Run(*session_, "BEGIN IMMEDIATE"); }
  void Commit() override { store::Run(*session_, "COMMIT"); }
  void Rollback() noexcept override { sqlite_api::sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr); }

  // The log goes into the file and is emptied, so that removed text is in neither (secure_delete has overwritten it in
  // the file).  The study is safe by now: if another program is reading, or the disk is full, the next Save or the last
  // program to close the file does it.
  void Tidy(std::span<const std::string>) override {
    sqlite_api::sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  }

  bool LogIsEmpty() override {
    std::error_code none;
    const auto size = std::filesystem::file_size(path_.string() + "-wal", none);
    return none || size == 0;
  }

  void Run(const std::string& sql) override { store::Run(*session_, sql); }

  void Write(Change change, const Table& table, Chunk& rows) override { WriteRows(*this, change, table, rows); }

  std::optional<std::string> AskCell(const std::string& sql, std::span<const std::string> texts) override {
    SqliteStatement select(handle(), sql);
    for (std::size_t i = 0; i < texts.size(); ++i) select.Bind(select.PlaceOf(i + 1), std::string_view(texts[i]));
    if (!select.Step()) return std::nullopt;
    return select.Blob(0);
  }

  void WriteBytes(const std::string& sql, std::span<const std::string> texts, std::string_view bytes) override {
    SqliteStatement write(handle(), sql);
    for (std::size_t i = 0; i < texts.size(); ++i) write.Bind(write.PlaceOf(i + 1), std::string_view(texts[i]));
    write.BindBlob(write.PlaceOf(texts.size() + 1), bytes);
    write.Step();
  }

  void ForEachRow(const std::string& sql, std::size_t columns, const std::function<void(TextRow&)>& row) override {
    SqliteStatement select(handle(), sql);
    TextRow texts(columns);
    while (select.Step()) {
      for (std::size_t i = 0; i < columns; ++i) texts[i] = select.Text(static_cast<int>(i));
      row(texts);
    }
  }

  // Row by row: GROUP BY would sort them first.
  void Tally(const std::string& sql, std::unordered_map<long long, std::int64_t>& counts) override {
    SqliteStatement select(handle(), sql);
    while (select.Step()) ++counts[select.Number(0)];
  }

  // Page by page through the log, so that what was saved last is in it.
  std::optional<std::string> Image() override {
    sqlite_api::sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite_api::sqlite3_free)> bytes(
        sqlite_api::sqlite3_serialize(handle(), "main", &size, 0), &sqlite_api::sqlite3_free);
    if (!bytes) throw Failure(core::ErrorCode::kIo, "there is not enough memory for a copy of the study");
    std::string image(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
    const StudySeal sealed = SealAt(path_);
    if (sealed.key != nullptr) return SealFile(std::move(image), sealed.block, *sealed.key);
    CheckPages(image);
    return image;
  }

  PassageIndex& passages() override { return *passages_; }

  std::string NextCoding() override {
    Run("UPDATE changes SET next_coding = max(next_coding, coalesce((SELECT max(position) FROM codings WHERE study = "
        "1), "
        "-1) + 1) + 1 WHERE study = 1");
    return "(SELECT next_coding - 1 FROM changes WHERE study = 1)";
  }

  void CountCodings(long long code, long long more) override {
    Run(
        fmt::format("INSERT INTO code_counts (study, code, codings) VALUES (1, {0}, {1}) ON CONFLICT (study, code) DO "
                    "UPDATE SET codings = codings + {1}",
                    code, more));
  }
  void RecountCodings() override {
    Run("DELETE FROM code_counts; INSERT INTO code_counts (study, code, codings) SELECT 1, code, count(*) FROM codings "
        "WHERE study = 1 GROUP BY code");
  }
  bool KeepsCounts() override {
    return AskCell("SELECT 1 WHERE (SELECT count(*) FROM codings) = (SELECT sum(codings) FROM code_counts)", {})
        .has_value();
  }

  long long NextPlace(const std::string& table) override {
    return std::stoll(
        AskCell("SELECT CAST(coalesce(max(position), -1) + 1 AS TEXT) FROM " + table + " WHERE study = 1", {}).value());
  }
  std::string NextAct() override {
    return "(coalesce((SELECT number FROM events WHERE study = 1 ORDER BY position DESC LIMIT 1), 0) + 1)";
  }
  void PassAct(std::int64_t) override {}  // they are counted from the rows

  // SQLite counts what others changed; what this connection changed, it knows itself.
  std::int64_t ChangeMark() override {
    return (std::int64_t{ReadPragma(*session_, "data_version")} << 32) + sqlite_api::sqlite3_total_changes(handle());
  }

  bool WaitForChange(std::int64_t mark, std::chrono::milliseconds longest) override {
    constexpr std::chrono::milliseconds kPause{20};
    const auto end = std::chrono::steady_clock::now() + longest;
    while (ChangeMark() == mark) {
      if (std::chrono::steady_clock::now() >= end) return false;
      std::this_thread::sleep_for(kPause);
    }
    return true;
  }

  bool MetAnother(const soci::soci_error&) const override { return false; }  // it waits instead

 private:
  sqlite_api::sqlite3* handle() { return Handle(*session_); }
  std::filesystem::path path_;
  std::unique_ptr<FtsIndex> passages_;
};

}  // namespace

std::unique_ptr<Database> OpenSqlite(const std::filesystem::path& path, OpenMode mode) {
  return std::make_unique<SqliteDatabase>(path, mode);
}

}  // namespace commonground::store
