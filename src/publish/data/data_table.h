// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A table of the open data: its cells, and what each column means.
#pragma once

#include <string>
#include <vector>

namespace commonground::publish {

struct DataColumn {
  enum class Type { kText, kWhole, kDecimal, kDate, kYesNo };
  std::string name;        // of the header: "present"
  std::string about = {};  // one sentence, in the language of the edition
  Type type = Type::kText;
  std::string hxl = {};  // "#country+code", where the Humanitarian Exchange Language has a word for it
};

struct DataTable {
  std::string name;   // its address: "counts", "figures/common-ground/figure-practices"
  std::string title;  // in the language of the edition
  std::string about = {};
  std::vector<DataColumn> columns;
  std::vector<std::vector<std::string>> rows = {};  // as many cells as columns; an empty cell: not told
};

// RFC 4180, UTF-8.  Raw, for programs: as it is, lines end with LF.  Safe, for spreadsheets: what could run as a
// formula has a ' before it (core/spreadsheet_safety.h); lines end with CRLF and the file begins with the mark by which
// such programs know UTF-8.  For tools of the Humanitarian Exchange Language: as the raw one, with a row of its tags
// below the header.
enum class CsvFor { kPrograms, kSpreadsheets, kHxlTools };
std::string CsvOf(const DataTable& table, CsvFor whom);
bool HasHxl(const DataTable& table);

// CSV on the Web (https://www.w3.org/TR/tabular-metadata/): the data dictionary of the raw file, which lies beside it.
std::string MetadataOf(const DataTable& table, const std::string& language, const std::string& licence);

}  // namespace commonground::publish
