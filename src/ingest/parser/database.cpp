// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A SQLite file that somebody else made: opened from memory, read-only, with nothing of its schema trusted (no views,
// no triggers, no functions of its own), and only the tables that are looked for.  docs/exchange.md names the sources
// of both schemas (Taguette: taguette/database/models.py; QualCoder: its wiki, "Database structure").
#include <sqlite3.h>

#include <array>
#include <memory>

#include "ingest/exchange/project_frame.h"
#include "ingest/parser/html_text.h"
#include "ingest/parser/project.h"
#include "ingest/text/utf8.h"

namespace commonground::ingest::parser {

namespace {

constexpr std::array kTables{// Taguette
                             "projects", "documents", "tags", "highlights", "highlight_tags", "commands",
                             // QualCoder
                             "project", "source", "code_name", "code_cat", "code_text", "annotation", "cases",
                             "case_text", "code_image", "code_av", "journal", "attribute", "attribute_type", "graph",
                             "ris", "stored_sql"};
constexpr std::int64_t kMaxRows = 2'000'000;
constexpr std::int64_t kMaxCellBytes = 25'000'000;

core::Status Bad(std::string_view what) {
  return core::Fail(core::ErrorCode::kInvalidInput,
                    std::string(what) + ". Fix: export it again from the program it was made with");
}

// Nothing but reading tables.
int Authorise(void*, int action, const char*, const char*, const char*, const char*) {
  return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

class Database {
 public:
  ~Database() { sqlite3_close(handle_); }

  core::Status Open(std::string_view bytes) {
    if (sqlite3_open_v2(":memory:", &handle_, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) return Bad("no memory");
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(handle_, SQLITE_LIMIT_LENGTH, static_cast<int>(kMaxCellBytes) * 2);
    copy_ = bytes;
    // A file that was last written with a write-ahead log says so in its header; in memory there is none.
    if (copy_.size() > 20 && copy_[18] == 2) copy_[18] = copy_[19] = 1;
    const int code = sqlite3_deserialize(handle_, "main", reinterpret_cast<unsigned char*>(copy_.data()),
                                         static_cast<sqlite3_int64>(copy_.size()),
                                         static_cast<sqlite3_int64>(copy_.size()), SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK) return Bad("the database cannot be opened");
    sqlite3_set_authorizer(handle_, &Authorise, nullptr);
    return {};
  }

  // False: there is no such table.
  core::Result<bool> Has(const char* table) {
    CG_ASSIGN_OR_RETURN(const auto question, Prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '" +
                                                     std::string(table) + "'"));
    const int code = sqlite3_step(question.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) return core::Fail(Bad("the database is damaged").error());
    return code == SQLITE_ROW;
  }

  core::Status Write(const char* table, ProjectFrames& frames) {
    CG_ASSIGN_OR_RETURN(const auto rows, Prepare("SELECT * FROM \"" + std::string(table) + "\""));
    frames.Begin("table", {{"name", table}});
    int code = 0;
    while ((code = sqlite3_step(rows.get())) == SQLITE_ROW) {
      if (++rows_ > kMaxRows) return Bad("the database has more than two million rows");
      frames.Begin("row", {});
      for (int column = 0; column < sqlite3_column_count(rows.get()); ++column) {
        CG_RETURN_IF_ERROR(Cell(rows.get(), column, table, frames));
      }
      frames.End();
    }
    if (code != SQLITE_DONE) return Bad("the database is damaged");
    frames.End();
    return {};
  }

 private:
  using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

  core::Result<Statement> Prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      return core::Fail(Bad("the database is damaged, or no database of a coding program").error());
    }
    return Statement(statement, &sqlite3_finalize);
  }

  core::Status Cell(sqlite3_stmt* rows, int column, std::string_view table, ProjectFrames& frames) {
    const char* name = sqlite3_column_name(rows, column);
    const int type = sqlite3_column_type(rows, column);
    if (name == nullptr || type == SQLITE_BLOB) return {};  // pictures and avatars
    std::string text;
    if (type != SQLITE_NULL) {
      const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(rows, column));
      const int size = sqlite3_column_bytes(rows, column);
      if (size > kMaxCellBytes) return Bad("a text of the database is larger than 25 MB");
      if (bytes != nullptr) text.assign(bytes, static_cast<std::size_t>(size));
    }
    if (!IsUtf8(name) || !IsUtf8(text)) return Bad("the database holds text that is not UTF-8");
    frames.Begin("cell", {{"name", name}});
    if (table == "documents" && std::string_view(name) == "contents") {
      for (const HtmlPiece& piece : HtmlPieces(text)) {
        frames.Begin("piece", {{"at", std::to_string(piece.offset)}, {"block", piece.new_block ? "1" : "0"}});
        frames.Text(piece.text);
        frames.End();
      }
    } else if (table == "highlights" && std::string_view(name) == "snippet") {
      std::string plain;
      for (const HtmlPiece& piece : HtmlPieces(text)) plain += piece.text;
      frames.Text(plain);
    } else {
      frames.Text(text);
    }
    frames.End();
    return {};
  }

  sqlite3* handle_ = nullptr;
  std::string copy_;
  std::int64_t rows_ = 0;
};

}  // namespace

core::Result<std::string> ParseDatabase(std::string_view bytes) {
  ProjectFrames frames(model::ProjectFormat::kTables);
  Database database;
  CG_RETURN_IF_ERROR(database.Open(bytes));
  frames.Begin("tables", {});
  for (const char* table : kTables) {
    CG_ASSIGN_OR_RETURN(const bool has, database.Has(table));
    if (has) CG_RETURN_IF_ERROR(database.Write(table, frames));
  }
  frames.End();
  return frames.Take();
}

}  // namespace commonground::ingest::parser
