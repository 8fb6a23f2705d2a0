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

struct CsvRow {
  int line = 0;                    // where the row begins, 1-based
  std::vector<std::string> cells;  // reused from row to row: move out what you keep
};

struct CsvFault {
  int line = 0;
  std::string message;
  std::string fix;
};

// Calls on_row for every row that is not blank; it returns false to stop.  A fault ends the reading: what comes after
// a broken quote has no meaning.
// Requires: canonical text.  Cost: linear.
std::optional<CsvFault> ReadCsv(std::string_view text, const std::function<bool(CsvRow&)>& on_row);

// Appends a row and LF.  A cell has quotes only where it needs them: a comma, a quote, a control character, or a space
// at an end (which other programs would take off).
void AppendCsvRow(std::string& out, std::span<const std::string> cells);

}  // namespace commonground::ingest
