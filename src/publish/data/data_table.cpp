// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Cells become CSV here and nowhere else: a cell with a separator, a quotation mark or a line end is put in quotes.
#include "publish/data/data_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/spreadsheet_safety.h"

namespace commonground::publish {

namespace {

void AddCell(std::string cell, CsvFor whom, std::string& csv) {
  if (whom == CsvFor::kSpreadsheets) core::MakeSafe(cell);
  if (cell.find_first_of(",\"\r\n;\t") == std::string::npos) {
    csv += cell;
    return;
  }
  csv += '"';
  for (const char c : cell) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

const char* TypeOf(DataColumn::Type type) {
  switch (type) {
    case DataColumn::Type::kText:
      return "string";
    case DataColumn::Type::kWhole:
      return "integer";
    case DataColumn::Type::kDecimal:
      return "decimal";
    case DataColumn::Type::kDate:
      return "date";
    case DataColumn::Type::kYesNo:
      return "boolean";
  }
  return "string";
}

}  // namespace

std::string CsvOf(const DataTable& table, CsvFor whom) {
  const char* const end = whom == CsvFor::kSpreadsheets ? "\r\n" : "\n";
  std::string csv = whom == CsvFor::kSpreadsheets ? "\xEF\xBB\xBF" : "";
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (c > 0) csv += ',';
    AddCell(table.columns[c].name, whom, csv);
  }
  csv += end;
  if (whom == CsvFor::kHxlTools) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (c > 0) csv += ',';
      csv += table.columns[c].hxl;
    }
    csv += end;
  }
  for (const auto& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c > 0) csv += ',';
      AddCell(row[c], whom, csv);
    }
    csv += end;
  }
  return csv;
}

bool HasHxl(const DataTable& table) {
  return std::ranges::any_of(table.columns, [](const DataColumn& column) { return !column.hxl.empty(); });
}

std::string MetadataOf(const DataTable& table, const std::string& language, const std::string& licence) {
  using nlohmann::ordered_json;
  const std::size_t slash = table.name.rfind('/');
  ordered_json columns = ordered_json::array();
  for (const DataColumn& column : table.columns) {
    ordered_json one{{"titles", column.name}};
    if (!column.about.empty()) one["dc:description"] = column.about;
    if (column.type == DataColumn::Type::kYesNo) {
      one["datatype"] = {{"base", "boolean"}, {"format", "yes|no"}};
    } else {
      one["datatype"] = TypeOf(column.type);
    }
    if (!column.hxl.empty()) one["https://hxlstandard.org/tag"] = column.hxl;
    columns.push_back(std::move(one));
  }
  ordered_json metadata{{"@context", {"http://www.w3.org/ns/csvw", {{"@language", language}}}},
                        {"url", (slash == std::string::npos ? table.name : table.name.substr(slash + 1)) + ".csv"},
                        {"dc:title", table.title}};
  if (!table.about.empty()) metadata["dc:description"] = table.about;
  if (!licence.empty()) metadata["dc:rights"] = licence;
  metadata["dialect"] = {{"lineTerminators", {"\n"}}};
  metadata["tableSchema"] = {{"columns", std::move(columns)}};
  return metadata.dump(1) + "\n";
}

}  // namespace commonground::publish
