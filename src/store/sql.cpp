// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Builds statements from the descriptions of tables.

#include "store/sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace commonground::store {

namespace {

constexpr std::size_t kFirstBatch = 16;

std::vector<soci::indicator> Indicators(const Column& column) {
  std::vector<soci::indicator> indicators;
  if (column.is_text) {
    for (const char blank : column.blank) indicators.push_back(blank ? soci::i_null : soci::i_ok);
  } else {
    for (const long long number : column.numbers) {
      indicators.push_back(number == kNoNumber ? soci::i_null : soci::i_ok);
    }
  }
  return indicators;
}

// Runs `sql` once a row; binds columns first..end, then the key if `key_last`.
void RunForRows(soci::session& session, const std::string& sql, Chunk& rows, std::size_t first, std::size_t end,
                bool key_last) {
  if (rows.rows() == 0) return;
  std::vector<std::vector<soci::indicator>> indicators;
  for (const Column& column : rows.columns) indicators.push_back(Indicators(column));
  soci::statement statement(session);
  const auto bind = [&](std::size_t i) {
    if (rows.columns[i].is_text) {
      statement.exchange(soci::use(rows.columns[i].texts, indicators[i]));
    } else {
      statement.exchange(soci::use(rows.columns[i].numbers, indicators[i]));
    }
  };
  for (std::size_t i = first; i < end; ++i) bind(i);
  if (key_last) bind(0);
  statement.alloc();
  statement.prepare(sql);
  statement.define_and_bind();
  statement.execute(true);
}

}  // namespace

Chunk& RowCursor::Next() {
  chunk_.Clear();
  if (ended_) return chunk_;
  std::string names;
  for (const auto& column : table_.columns) {
    // SOCI 4.0 reads a column declared INTEGER as 32 bits when it fills vectors, but an expression as 64.
    names += (names.empty() ? "" : ", ") +
             (column.is_text ? column.name : fmt::format("coalesce({} + 0, {})", column.name, kNoNumber + 1));
  }
  const std::size_t wanted = std::min(table_.rows_at_once, wanted_ == 0 ? kFirstBatch : 16 * wanted_);
  wanted_ = wanted;
  std::vector<std::vector<soci::indicator>> indicators(chunk_.columns.size(), std::vector<soci::indicator>(wanted));
  soci::statement select(database_.session());
  for (std::size_t i = 0; i < chunk_.columns.size(); ++i) {
    Column& column = chunk_.columns[i];
    if (column.is_text) {
      column.texts.resize(wanted);
      select.exchange(soci::into(column.texts, indicators[i]));
    } else {
      column.numbers.resize(wanted);
      select.exchange(soci::into(column.numbers, indicators[i]));
    }
  }
  if (table_.columns.front().is_text) {
    select.exchange(soci::use(last_id_));
  } else {
    select.exchange(soci::use(last_position_));
  }
  const std::string& key = table_.columns.front().name;
  select.alloc();
  select.prepare(fmt::format("SELECT {} FROM {} WHERE study = {} AND {} AND {} > :last ORDER BY {} LIMIT {}", names,
                             table_.name, database_.study(), only_, key, key, wanted));
  select.define_and_bind();
  if (!select.execute(true)) {
    chunk_.Clear();
    ended_ = true;
    return chunk_;
  }
  std::size_t rows = 0;
  for (std::size_t i = 0; i < chunk_.columns.size(); ++i) {
    Column& column = chunk_.columns[i];
    if (column.is_text) {
      rows = column.texts.size();
      column.blank.assign(rows, 0);
      for (std::size_t row = 0; row < rows; ++row) column.blank[row] = indicators[i][row] == soci::i_null;
    } else {
      rows = column.numbers.size();
      for (long long& number : column.numbers) {
        if (number == kNoNumber + 1) number = kNoNumber;
      }
    }
  }
  ended_ = rows < wanted;
  if (rows == 0) {
    chunk_.Clear();
  } else if (table_.columns.front().is_text) {
    last_id_ = chunk_.columns.front().texts.back();
  } else {
    last_position_ = chunk_.columns.front().numbers.back();
  }
  return chunk_;
}

void WriteRows(Database& database, Database::Change change, const Table& table, Chunk& rows) {
  const std::string mine = fmt::format("study = {} AND {} = :key", database.study(), table.columns.front().name);
  std::string names;
  std::string values;
  switch (change) {
    case Database::Change::kInsert:
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        names += ", " + table.columns[i].name;
        values += fmt::format(", :v{}", i);
      }
      return RunForRows(
          database.session(),
          fmt::format("INSERT INTO {} (study{}) VALUES ({}{})", table.name, names, database.study(), values), rows, 0,
          table.columns.size(), false);
    case Database::Change::kUpdate:
      for (std::size_t i = 1; i < table.columns.size(); ++i) {
        values += fmt::format("{}{} = :v{}", i == 1 ? "" : ", ", table.columns[i].name, i);
      }
      return RunForRows(database.session(), fmt::format("UPDATE {} SET {} WHERE {}", table.name, values, mine), rows, 1,
                        table.columns.size(), true);
    case Database::Change::kDelete:
      return RunForRows(database.session(), fmt::format("DELETE FROM {} WHERE {}", table.name, mine), rows, 0, 1,
                        false);
  }
}

void WriteFew(Database& database, Database::Change change, const Table& table, const Chunk& rows) {
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    std::vector<std::string> texts;
    const auto value = [&](const Column& column) -> std::string {
      if (column.is_text) {
        if (column.blank[row] != 0) return "NULL";
        texts.push_back(column.texts[row]);
        return fmt::format("${}", texts.size());
      }
      if (column.numbers[row] == kNoNumber) return "NULL";
      texts.push_back(std::to_string(column.numbers[row]));
      return fmt::format("CAST(${} AS BIGINT)", texts.size());
    };
    std::string names;
    std::string values;
    std::string sql;
    switch (change) {
      case Database::Change::kInsert:
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
          names += ", " + table.columns[i].name;
          values += ", " + value(rows.columns[i]);
        }
        sql = fmt::format("INSERT INTO {} (study{}) VALUES ({}{})", table.name, names, database.study(), values);
        break;
      case Database::Change::kUpdate:
        for (std::size_t i = 1; i < table.columns.size(); ++i) {
          values += fmt::format("{}{} = {}", i == 1 ? "" : ", ", table.columns[i].name, value(rows.columns[i]));
        }
        sql = fmt::format("UPDATE {} SET {} WHERE study = {} AND {} = ", table.name, values, database.study(),
                          table.columns.front().name);
        sql += value(rows.columns.front());
        break;
      case Database::Change::kDelete:
        sql = fmt::format("DELETE FROM {} WHERE study = {} AND {} = ", table.name, database.study(),
                          table.columns.front().name);
        sql += value(rows.columns.front());
        break;
    }
    database.AskCell(sql, texts);
  }
}

StoredDigest ReadDigest(Database& database, const std::string& name) {
  StoredDigest digest;
  long long rows = 0;
  database.session() << "SELECT rows + 0, hash FROM digests WHERE study = " << database.study() << " AND name = :name",
      soci::use(name), soci::into(rows), soci::into(digest.hash);
  digest.rows = rows;
  return digest;
}

void WriteDigest(Database& database, const std::string& name, const StoredDigest& digest) {
  long long study = database.study();
  long long rows = digest.rows;
  database.session() << "INSERT INTO digests (study, name, rows, hash) VALUES (:study, :name, :rows, :hash) "
                        "ON CONFLICT (study, name) DO UPDATE SET rows = excluded.rows, hash = excluded.hash",
      soci::use(study), soci::use(name), soci::use(rows), soci::use(digest.hash);
}

}  // namespace commonground::store
