// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Three tables that stand apart from those of the study.

#include "store/records.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace commonground::store {

namespace {

constexpr const char* kListColumn = "list";
constexpr const char* kKeyColumn = "public_key";

std::string ReadOne(Database& database, const char* table, const char* column) {
  return database.AskCell(fmt::format("SELECT {} FROM {} WHERE study = {}", column, table, database.study()), {})
      .value_or("");
}

void WriteOne(Database& database, const char* table, const char* column, const std::string& text) {
  database.Run(fmt::format("DELETE FROM {} WHERE study = {}", table, database.study()));
  if (text.empty()) return;
  database.AskCell(fmt::format("INSERT INTO {} (study, {}) VALUES ({}, $1)", table, column, database.study()),
                   {&text, 1});
}

}  // namespace

std::string ReadWithdrawals(Database& database) {
  return ReadOne(database, "withdrawals", kListColumn);
}
void WriteWithdrawals(Database& database, const std::string& list) {
  WriteOne(database, "withdrawals", kListColumn, list);
}

std::string ReadBackupKey(Database& database) {
  return ReadOne(database, "backup_key", kKeyColumn);
}
void WriteBackupKey(Database& database, const std::string& public_key) {
  WriteOne(database, "backup_key", kKeyColumn, public_key);
}

std::vector<EditionRecord> ReadEditions(Database& database) {
  std::vector<EditionRecord> editions;
  database.ForEachRow(
      fmt::format("SELECT edition, made_at, forms, languages, hash, holds FROM published_editions WHERE study = {} "
                  "ORDER BY made_at, edition",
                  database.study()),
      6, [&](Database::TextRow& row) {
        editions.push_back({std::move(row[0]), std::move(row[1]), std::move(row[2]), std::move(row[3]),
                            std::move(row[4]), std::move(row[5])});
      });
  return editions;
}

bool AddEdition(Database& database, const EditionRecord& edition) {
  const auto there = database.AskCell(
      fmt::format("SELECT edition FROM published_editions WHERE study = {} AND edition = $1", database.study()),
      {&edition.edition, 1});
  if (there) return false;
  const std::array<std::string, 6> texts{edition.edition,   edition.made_at, edition.forms,
                                         edition.languages, edition.hash,    edition.holds};
  database.AskCell(
      fmt::format("INSERT INTO published_editions (study, edition, made_at, forms, languages, hash, holds) VALUES ({}, "
                  "$1, $2, $3, $4, $5, $6)",
                  database.study()),
      texts);
  return true;
}

bool CopyRecords(Database& from, Database& to) {
  bool changed = false;
  if (const std::string list = ReadWithdrawals(from); list != ReadWithdrawals(to)) {
    WriteWithdrawals(to, list);
    changed = true;
  }
  if (const std::string key = ReadBackupKey(from); key != ReadBackupKey(to)) {
    WriteBackupKey(to, key);
    changed = true;
  }
  const auto editions = ReadEditions(from);
  if (editions == ReadEditions(to)) return changed;
  to.Run(fmt::format("DELETE FROM published_editions WHERE study = {}", to.study()));
  for (const auto& one : editions) AddEdition(to, one);
  return true;
}

}  // namespace commonground::store
