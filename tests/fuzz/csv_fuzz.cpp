// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Any table: never a crash, and rows that are read are read again as they were.
#include <cstdlib>

#include "ingest/folder/csv_file.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground::ingest;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (text.find('\0') != std::string_view::npos || text.find('\r') != std::string_view::npos)
    return 0;  // never canonical
  std::vector<std::vector<std::string>> rows;
  const auto keep = [&rows](CsvRow& row) {
    rows.push_back(row.cells);
    return true;
  };
  if (ReadCsv(text, keep)) return 0;
  std::string again;
  for (const auto& row : rows) AppendCsvRow(again, row);
  const auto before = std::move(rows);
  rows.clear();
  if (ReadCsv(again, keep) || rows != before) std::abort();
  return 0;
}
