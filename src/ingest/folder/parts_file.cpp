// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads and writes the parts of a document as a table.

#include "ingest/folder/parts_file.h"

#include "ingest/folder/table.h"

namespace commonground::ingest {

namespace {

const std::vector<ColumnName>& Columns() {
  static const std::vector<ColumnName> columns{{"kind", kRequired}, {"level", kOptional}, {"start", kRequired},
                                               {"end", kRequired},  {"page", kOptional},  {"confidence", kOptional}};
  return columns;
}

}  // namespace

std::vector<model::Part> ReadParts(std::string_view file, std::string_view text, std::vector<core::Problem>& problems,
                                   core::Progress& progress) {
  std::vector<model::Part> parts;
  ReadTableRows(file, RowsOfCsv(text, CsvStyle::kRaw, Columns()), Columns(), problems, progress,
                [&](int line, std::vector<std::string>& cells) {
                  model::Part part;
                  const auto at = [&](std::size_t i) {
                    return SourceLocation{&problems, file, line, Columns()[i].name};
                  };
                  const auto number = [&](std::size_t i) {
                    std::int64_t value = 0;
                    if (!cells[i].empty()) ReadValue(cells[i], at(i), value);
                    return value;
                  };
                  if (!cells[0].empty()) ReadValue(cells[0], at(0), part.kind);
                  part.level = static_cast<int>(number(1));
                  part.range = {number(2), number(3)};
                  part.page = static_cast<int>(number(4));
                  if (!cells[5].empty()) part.confidence = static_cast<int>(number(5));
                  parts.push_back(part);
                });
  return parts;
}

std::string WriteParts(const std::vector<model::Part>& parts) {
  std::string out;
  std::vector<std::string> cells;
  for (const ColumnName& column : Columns()) cells.emplace_back(column.name);
  AppendCsvRow(out, cells);
  for (const model::Part& part : parts) {
    cells = {std::string(model::Word(part.kind)), std::to_string(part.level),
             std::to_string(part.range.start),    std::to_string(part.range.end),
             std::to_string(part.page),           part.confidence ? std::to_string(*part.confidence) : ""};
    AppendCsvRow(out, cells);
  }
  return out;
}

}  // namespace commonground::ingest
