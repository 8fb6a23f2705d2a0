// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes the tables of a study as one workbook (XLSX): a sheet a table, for people who fill them in.  The inverse of
// workbook.h for every study whose cells a workbook can hold.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "core/result.h"
#include "model/study.h"

namespace commonground::ingest {

// The words of a workbook; table and column without ".csv".
struct WorkbookWords {
  std::function<std::string(std::string_view table, std::string_view column)> help;  // column empty: of the table
  std::function<std::string_view(std::string_view table, std::string_view column)> example;
  std::function<bool(std::string_view table)> written_by_program;
  std::string example_mark;  // as IsExample (table.h) knows it
  std::string required;
  std::string one_of;  // "One of: {1}"
  std::string choose;  // when another value was typed
};

enum class Examples { kNone, kInEmptyTables };

struct Workbook {
  std::string bytes;
  std::set<std::string> left_out;  // tables that a sheet cannot hold ("codings.csv"): to be written as CSV
};

// Each sheet has its columns in the first row, bold and protected, with a comment that says what to write; cells are
// text, so that no program makes days of them; columns of closed lists, and regions, offer their values.  The same
// study and words give the same bytes.  Errors: Io: no room for temporary files.  Threads: any number of concurrent
// calls.  Cost: linear; holds the workbook in memory.
core::Result<Workbook> WriteWorkbook(const model::Study& study, const WorkbookWords& words, Examples examples);

}  // namespace commonground::ingest
