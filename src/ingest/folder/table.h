// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A table of the folder, described once: reading and writing both run over the columns.
//
//   const Table<model::Partner>& PartnersTable() {
//     static const Table<model::Partner> table{"partners.csv", &model::Study::partners, {
//         ColumnOf<&model::Partner::id>("partner", kKey), ColumnOf<&model::Partner::name>("name", kRequired), ...}};
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "ingest/folder/csv_file.h"
#include "ingest/folder/places.h"
#include "ingest/folder/values.h"
#include "ingest/folder/write_folder.h"

namespace commonground::ingest {

enum Need {
  kOptional,
  kRequired,  // the column must be there and no cell may be blank
  kKey,       // required, and no two rows have the same cells in all key columns
  kKeyBlank,  // part of the key, may be blank
  kSparse,    // optional, and written only if a row has it: most studies do not
};

template <typename Row>
struct Column {
  std::string_view name;
  Need need = kOptional;
  void (*read)(std::string_view, const Spot&, Row&) = nullptr;  // not called for a blank cell
  std::string (*write)(const Row&) = nullptr;                   // blank if there is nothing
};

template <typename Row>
struct Table {
  std::string_view file;
  std::vector<Row> model::Study::*rows;
  std::vector<Column<Row>> columns;
  void (*begin)(Row&) = nullptr;  // makes a row ready to be read, if a blank cell means something
};

template <typename Member>
struct RowOf;
template <typename Row, typename Value>
struct RowOf<Value Row::*> {
  using type = Row;
};

// A column that is one member of the row.
template <auto Member>
auto ColumnOf(std::string_view name, Need need = kOptional) {
  using Row = typename RowOf<decltype(Member)>::type;
  return Column<Row>{name, need,
                     [](std::string_view text, const Spot& spot, Row& row) { ReadValue(text, spot, row.*Member); },
                     [](const Row& row) { return WriteValue(row.*Member); }};
}

// The part of reading that does not depend on the row's type (table.cpp).
struct ColumnName {
  std::string_view name;
  Need need;
};
// Receives one row; cells in the order of the description, a missing column is blank.
using OnCells = std::function<void(int line, std::vector<std::string>& cells)>;
// Reports every problem of the table's form and of blank and repeated keys.  False: the table could not be read, or not
// as a whole.
bool ReadTableText(std::string_view file, std::string_view text, CsvStyle style, const std::vector<ColumnName>& columns,
                   std::vector<core::Problem>& problems, core::Progress& progress, const OnCells& on_cells);
// Puts the ' of a spreadsheet-safe file before a cell that needs it.
void MakeSafe(std::string& cell);

template <typename Row>
std::vector<ColumnName> NamesOf(const Table<Row>& table) {
  std::vector<ColumnName> names;
  for (const Column<Row>& column : table.columns) names.push_back({column.name, column.need});
  return names;
}

template <typename Row>
void ReadTable(const Table<Row>& table, std::string_view text, CsvStyle style, model::Study& study, Places& places,
               std::vector<core::Problem>& problems, core::Progress& progress) {
  std::vector<Row>& rows = study.*table.rows;
  std::vector<int>& lines = places.rows[std::string(table.file)];
  const bool read = ReadTableText(table.file, text, style, NamesOf(table), problems, progress,
                                  [&](int line, std::vector<std::string>& cells) {
                                    Row& row = rows.emplace_back();
                                    lines.push_back(line);
                                    if (table.begin != nullptr) table.begin(row);
                                    for (std::size_t i = 0; i < cells.size(); ++i) {
                                      const Column<Row>& column = table.columns[i];
                                      if (!cells[i].empty())
                                        column.read(cells[i], Spot{&problems, table.file, line, column.name}, row);
                                    }
                                  });
  if (!read) places.unreadable.insert(std::string(table.file));
}

// The whole file; empty if the study has no row.
template <typename Row>
std::string WriteTable(const Table<Row>& table, const model::Study& study, CsvStyle style) {
  const std::vector<Row>& rows = study.*table.rows;
  std::string out;
  if (rows.empty()) return out;
  std::vector<const Column<Row>*> columns;
  std::vector<std::string> cells;
  for (const Column<Row>& column : table.columns) {
    const auto has_it = [&](const Row& row) { return !column.write(row).empty(); };
    if (column.need == kSparse && std::none_of(rows.begin(), rows.end(), has_it)) continue;
    columns.push_back(&column);
    cells.emplace_back(column.name);
  }
  AppendCsvRow(out, cells);
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cells[i] = columns[i]->write(row);
      if (style == CsvStyle::kSpreadsheetSafe) MakeSafe(cells[i]);
    }
    AppendCsvRow(out, cells);
  }
  return out;
}

}  // namespace commonground::ingest
