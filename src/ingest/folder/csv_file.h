// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// CSV by libcsv (RFC 4180): the only file that knows it.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::ingest {

inline constexpr std::size_t kMaxCellBytes = 1'000'000;
inline constexpr std::size_t kMaxCells = 1'000;  // of a row
inline constexpr std::size_t kMaxRowBytes = 10'000'000;

struct CsvRow {
  int line = 0;                    // where the row begins, 1-based
  std::vector<std::string> cells;  // reused from row to row: move out what you keep
};

// How a program wrote a table.
struct CsvDialect {
  char separator = ',';
  std::size_t begin = 0;  // where the table begins: after a first line such as "sep=;"
  int first_line = 1;     // the number of the line there
};

struct CsvFault {
  int line = 0;
  std::string message;
  std::string fix;
};

// Calls on_row for every row that is not blank; it returns false to stop.  A fault ends the reading: what comes after
// a broken quote has no meaning.
// Requires: canonical text.  Cost: linear.
std::optional<CsvFault> ReadCsv(std::string_view text, const std::function<bool(CsvRow&)>& on_row,
                                const CsvDialect& dialect = {});

// Tells the separator (comma, semicolon, tab) from the first ten lines: the one that gives the most of `names` in a
// line, folded as HeaderName does; if none gives any, the most frequent one of the first line that has one.  Separators
// between double quotes do not count.
CsvDialect FindDialect(std::string_view text, std::span<const std::string_view> names = {});

// A column's name as it is compared: "As of" and "AS_OF" are as_of, "région" is region; edges and invisible characters
// do not count.
std::string HeaderName(std::string_view cell);

// Appends a row and LF.  A cell has quotes only where it needs them: a comma, a quote, a control character, or a space
// at an end (which other programs would take off).
void AppendCsvRow(std::string& out, std::span<const std::string> cells);

}  // namespace commonground::ingest
