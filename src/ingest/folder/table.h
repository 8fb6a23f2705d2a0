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
#include "core/spreadsheet_safety.h"
#include "ingest/folder/csv_file.h"
#include "ingest/folder/source_lines.h"
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
  void (*read)(std::string_view, const SourceLocation&, Row&) = nullptr;  // not called for a blank cell
  std::string (*write)(const Row&) = nullptr;                             // blank if there is nothing
  void (*blank)(const SourceLocation&, Row&) = nullptr;                   // called for a blank cell, if it is there
  std::string (*words)() = nullptr;  // all that may stand there ("a, b"); none: anything
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
  using value = Value;
};

// The words of a member's type: of a closed list, or yes and no.
template <typename Value>
struct WordsOfValue {
  static constexpr std::string (*kWords)() = nullptr;
};
template <typename Enum>
requires std::is_enum_v<Enum>
struct WordsOfValue<Enum> {
  static constexpr std::string (*kWords)() = &model::AllWords<Enum>;
};
template <>
struct WordsOfValue<bool> {
  static constexpr std::string (*kWords)() = [] { return std::string("yes, no"); };
};
template <typename Value>
struct WordsOfValue<std::optional<Value>> : WordsOfValue<Value> {};

// A column that is one member of the row.
template <auto Member>
auto ColumnOf(std::string_view name, Need need = kOptional) {
  using Row = typename RowOf<decltype(Member)>::type;
  return Column<Row>{
      name,
      need,
      [](std::string_view text, const SourceLocation& spot, Row& row) { ReadValue(text, spot, row.*Member); },
      [](const Row& row) { return WriteValue(row.*Member); },
      nullptr,
      WordsOfValue<typename RowOf<decltype(Member)>::value>::kWords};
}

// The part of reading that does not depend on the row's type (table.cpp).
struct ColumnName {
  std::string_view name;
  Need need;
};
inline bool IsKey(Need need) {
  return need == kKey || need == kKeyBlank;
}

// Where the rows of a table come from: a CSV text or the sheet of a workbook.
struct TableRows {
  // Calls on_row for each until it returns false.
  std::function<std::optional<CsvFault>(const std::function<bool(CsvRow&)>& on_row)> each;
  CsvStyle style = CsvStyle::kRaw;
  char separator = ',';  // other than a comma: a notice tells it
  bool ragged = false;   // rows may end before their last columns, as those of sheets do
};
// Borrows the text.
TableRows RowsOfCsv(std::string_view text, CsvStyle style, const std::vector<ColumnName>& columns);

// Receives one row; cells in the order of the description, a missing column is blank.  It may leave a key as it was
// understood ("2026-01-15" for "15/01/2026"), so that two rows of one key are found however they were written.
using OnCells = std::function<void(int line, std::vector<std::string>& cells)>;

// A row to be deleted by whoever fills in the table: its first cell begins with the word "example" in parentheses, in
// one of the five languages.
bool IsExample(std::string_view first_cell);

// What is known of a table once it was read.
struct TableShape {
  bool whole = false;                // false: it could not be read, or not as a whole
  int rows = 0;                      // without examples and blank ones
  std::vector<std::size_t> columns;  // where each described column stands in the file, npos if it is missing
};
// Reports every problem of the table's form and of blank and repeated keys.
// Left out, with a notice: lines above the names of the columns, blank rows and columns, examples.
TableShape ReadTableRows(std::string_view file, const TableRows& source, const std::vector<ColumnName>& columns,
                         std::vector<core::Problem>& problems, core::Progress& progress, const OnCells& on_cells);

template <typename Row>
std::vector<ColumnName> NamesOf(const Table<Row>& table) {
  std::vector<ColumnName> names;
  for (const Column<Row>& column : table.columns) names.push_back({column.name, column.need});
  return names;
}

template <typename Row>
TableShape ReadTable(const Table<Row>& table, const TableRows& source, model::Study& study, SourceLines& places,
                     std::vector<core::Problem>& problems, core::Progress& progress) {
  std::vector<Row>& rows = study.*table.rows;
  std::vector<int>& lines = places.rows[std::string(table.file)];
  TableShape shape = ReadTableRows(table.file, source, NamesOf(table), problems, progress,
                                   [&](int line, std::vector<std::string>& cells) {
                                     Row& row = rows.emplace_back();
                                     lines.push_back(line);
                                     if (table.begin != nullptr) table.begin(row);
                                     for (std::size_t i = 0; i < cells.size(); ++i) {
                                       const Column<Row>& column = table.columns[i];
                                       const SourceLocation spot{&problems, table.file, line, column.name};
                                       if (cells[i].empty()) {
                                         if (column.blank != nullptr) column.blank(spot, row);
                                         continue;
                                       }
                                       const std::size_t before = problems.size();
                                       column.read(cells[i], spot, row);
                                       if (IsKey(column.need) && !ErrorsSince(before, spot))
                                         cells[i] = column.write(row);
                                     }
                                   });
  if (!shape.whole) places.unreadable.insert(std::string(table.file));
  return shape;
}

// The columns that are written: sparse ones only if a row has them.
template <typename Row>
std::vector<const Column<Row>*> ColumnsToWrite(const Table<Row>& table, const model::Study& study) {
  const std::vector<Row>& rows = study.*table.rows;
  std::vector<const Column<Row>*> columns;
  for (const Column<Row>& column : table.columns) {
    const auto has_it = [&](const Row& row) { return !column.write(row).empty(); };
    if (column.need == kSparse && std::none_of(rows.begin(), rows.end(), has_it)) continue;
    columns.push_back(&column);
  }
  return columns;
}

// The whole file; empty if the study has no row, unless such tables are to have the names of their columns.
template <typename Row>
std::string WriteTable(const Table<Row>& table, const model::Study& study, CsvStyle style,
                       EmptyTables empty = EmptyTables::kLeftOut) {
  const std::vector<Row>& rows = study.*table.rows;
  std::string out;
  if (rows.empty() && empty == EmptyTables::kLeftOut) return out;
  const std::vector<const Column<Row>*> columns = ColumnsToWrite(table, study);
  std::vector<std::string> cells;
  for (const Column<Row>* column : columns) cells.emplace_back(column->name);
  AppendCsvRow(out, cells);
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cells[i] = columns[i]->write(row);
      if (style == CsvStyle::kSpreadsheetSafe) core::MakeSafe(cells[i]);
    }
    AppendCsvRow(out, cells);
  }
  return out;
}

}  // namespace commonground::ingest
