// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tables in a workbook (study.xlsx, or TABLE.xlsx): read in the sandbox by the reader that exchange has.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/progress.h"
#include "ingest/documents/convert.h"
#include "ingest/folder/table.h"
#include "model/results/project_file.h"

namespace commonground::ingest {

// A sheet that is a table.
struct SheetTable {
  std::string table;  // "organisations.csv"
  std::string name;   // as the workbook has it
  model::Element rows;
  std::size_t place = 0;  // among the sheets of the workbook
};

// The sheets whose name is a table's, in any case and with or without accents; else whose columns are those of one
// table only (a sheet may be named in any language).  The only sheet of TABLE.xlsx is that table, whatever its name.
// Other sheets are notices, and so is what stands in the workbook and is not seen (hidden rows, merged cells). Errors:
// Cancelled, Io (no sandbox).  All else is in `problems`, and `read` is false: the tables are not known.
struct WorkbookRead {
  std::vector<SheetTable> tables;
  // The other sheets that hold something: of no table (its `table` is empty), or a second one for a table.
  std::vector<SheetTable> others;
  bool read = false;
};
core::Result<WorkbookRead> ReadWorkbook(std::string_view file, std::string_view bytes, const Converter* converter,
                                        std::vector<core::Problem>& problems, core::Progress& progress);

// The same of a workbook that was opened already.
WorkbookRead SheetsOf(std::string_view file, model::ProjectFile project, std::vector<core::Problem>& problems);

// Borrows the sheet.  Cells become canonical text; what was changed is told at `file`.
TableRows RowsOfSheet(const SheetTable& sheet, std::string_view file, std::vector<core::Problem>& problems);
// "C" of 2, the third column.
std::string LettersOfColumn(std::size_t column);
// Has it a row besides the names of its columns and examples?
bool HasRows(const SheetTable& sheet);

// Where the tables of workbooks stand: problems of "organisations.csv" become those of
// "study.xlsx, sheet organisations, cell C7".
class SheetPlaces {
 public:
  // `shape`: of the table as it was read; `columns`: their names.
  void Add(const SheetTable& sheet, std::string_view file, const std::vector<ColumnName>& columns,
           const TableShape& shape);
  bool Has(std::string_view table) const { return places_.find(table) != places_.end(); }
  // "study.xlsx, sheet organisations"; only for a table that it has.
  std::string Of(std::string_view table) const;
  void Tell(std::vector<core::Problem>& problems) const;

 private:
  struct Place {
    std::string sheet;                           // "study.xlsx, sheet organisations"
    std::map<std::string, std::string> letters;  // "C" by the column's name
  };
  std::map<std::string, Place, std::less<>> places_;
};

}  // namespace commonground::ingest
