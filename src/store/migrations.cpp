// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The list of schema files.

#include "store/migrations.h"

#include <array>
#include <deque>
#include <utility>
#include <vector>

#include "core/embedded_file.h"

namespace commonground {
std::span<const core::EmbeddedFile> MigrationFiles();  // cmake/embed.cmake
}

namespace commonground::store {

std::string InPostgresWords(std::string_view sqlite) {
  // Texts are compared byte by byte, as in SQLite, whatever language the server speaks.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kWords{
      {{") STRICT, WITHOUT ROWID;", ");"},
       {") STRICT;", ");"},
       {" INTEGER", " BIGINT"},
       {" TEXT", " TEXT COLLATE \"C\""},
       {" BLOB", " BYTEA"}}};
  std::string sql(sqlite);
  for (const auto& [ours, theirs] : kWords) {
    for (std::size_t at = sql.find(ours); at != std::string::npos; at = sql.find(ours, at + theirs.size())) {
      sql.replace(at, ours.size(), theirs);
    }
  }
  return sql;
}

Migrations SqliteMigrations() {
  static const auto all = [] {
    std::vector<std::string_view> sql;
    for (const auto& file : MigrationFiles()) {
      if (!file.name.ends_with(".postgres.sql")) sql.push_back(file.bytes);
    }
    return sql;
  }();
  return all;
}

Migrations PostgresMigrations() {
  static std::deque<std::string> translated;  // keeps its strings where they are
  static const auto all = [] {
    std::vector<std::string_view> sql;
    for (const auto& file : MigrationFiles()) {
      if (file.name.ends_with(".sqlite.sql")) continue;
      sql.push_back(file.name.ends_with(".postgres.sql") ? file.bytes
                                                         : translated.emplace_back(InPostgresWords(file.bytes)));
    }
    return sql;
  }();
  return all;
}

}  // namespace commonground::store
