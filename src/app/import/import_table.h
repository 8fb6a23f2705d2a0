// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A table from a spreadsheet into a study: looked at first, mended cell by cell, and then taken in as one act, which
// can be undone.  CSV is text; XLSX is opened in the sandbox.  Cells are read, and what they make is checked, as an
// import of a folder does it.
//
//   TableImport given{.file = {"ours.xlsx", bytes}};
//   auto look = ImportOrganisations(workspace, given, progress);          // look->problems: row 3, region: ...
//   given.mended = {{3, "region", "africa"}};
//   given.mode = TableImport::Mode::kSave;                                // if nothing blocks it
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "core/progress.h"
#include "core/result.h"

namespace commonground::app {

struct TableImport {
  struct File {
    std::string name;        // .csv, .tsv, .txt or .xlsx
    std::string_view bytes;  // at most 25 MB; borrowed
    std::string sheet;       // of a workbook; empty: the one that has the table's name or its columns
  };
  struct Mended {
    int row = 0;  // as the file numbers it
    std::string column;
    std::string value;
  };
  File file;
  std::vector<Mended> mended;
  std::vector<int> taken_out;  // rows
  enum class Mode { kLook, kSave } mode = Mode::kLook;
};

enum class RowFate { kNew, kChanged, kSame, kWrong };

struct TableLook {
  struct Row {
    int row = 0;
    std::vector<std::string> cells;  // by `columns`
    RowFate fate = RowFate::kNew;
    std::vector<std::string> changed;  // columns that say something else than what is there
  };
  struct Problem {
    bool blocks = false;  // nothing comes in until it is mended
    int row = 0;          // 0: all of the file
    std::string column;   // empty: all of the row
    std::string cell;     // "C7"; empty where a file has no such names
    std::string value;
    std::string message;
    std::string fix;
  };
  std::string sheet;                 // that was read; empty: the file has none, or somebody has to say which
  std::vector<std::string> sheets;   // of a workbook, that hold something, in its order
  std::vector<std::string> columns;  // all that the table may have, in its order
  std::vector<Row> rows;
  std::vector<Problem> problems;  // those that block first, by row
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;
  bool blocked = false;
  // Of a sheet whose columns are not those of the table: its rows as they stand there, the one that names the columns
  // first, so that somebody can say which column is which.  Empty: nothing is to be asked.
  std::vector<std::vector<std::string>> as_in_file;
  std::int64_t act = 0;  // kSave: its number; 0: nothing was blocked and nothing would have changed
};

// Rows whose id the study has change it; others are added; organisations that are not in the table stay.  With kSave
// and something that blocks, nothing is changed.  Of several sheets, where none or more than one is the table, nothing
// is read and that blocks: `sheets` is what to choose from. Errors: Forbidden: only coordinators; InvalidInput: no
// table at all (an empty file, another format, more than 2,000 rows, no sandbox here), with the fix; Conflict; those of
// the store. Cost: a parser for XLSX; twice the check of the study without its texts.
core::Result<TableLook> ImportOrganisations(const Workspace& workspace, const TableImport& given,
                                            core::Progress& progress);

}  // namespace commonground::app
