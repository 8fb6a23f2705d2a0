// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds the sheets of a workbook and gives their rows to the tables.

#include "ingest/folder/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "ingest/exchange/open_project.h"
#include "ingest/folder/canonical_text.h"
#include "ingest/folder/folder_listing.h"
#include "ingest/folder/tables/all_tables.h"

namespace commonground::ingest {

namespace {

constexpr std::string_view kFix = ". Fix: ";
constexpr std::size_t kMaxHeaderRows = 10;

int RowNumber(const model::Element& row, int before) {
  const std::string_view told = row.Attribute("r");
  int number = before + 1;
  std::from_chars(told.data(), told.data() + told.size(), number);
  return std::max(number, before + 1);
}

bool IsBlankRow(const model::Element& row) {
  return std::ranges::all_of(row.children, [](const model::Element& cell) { return Trimmed(cell.text).empty(); });
}

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80U && c != '\r'; });
}

// "organisations" of "organisations.csv".
std::string_view Stem(std::string_view table) {
  return table.substr(0, table.size() - 4);
}

// The one table whose columns a row names: all that it must have, and none that it does not.
std::string TableOfColumns(const model::Element& row) {
  std::vector<std::string> names;
  for (const model::Element& cell : row.children) {
    if (std::string name = HeaderName(cell.text); !name.empty()) names.push_back(std::move(name));
  }
  std::vector<std::string> found;
  ForEachTable([&](const auto& table) {
    const auto has = [&](const std::string& name) {
      return std::ranges::any_of(table.columns, [&](const auto& column) { return column.name == name; });
    };
    const auto needs = [&](const auto& column) {
      return (column.need != kRequired && column.need != kKey) ||
             std::ranges::find(names, std::string(column.name)) != names.end();
    };
    if (names.size() > 1 && std::ranges::all_of(names, has) && std::ranges::all_of(table.columns, needs)) {
      found.emplace_back(table.file);
    }
  });
  return found.size() == 1 ? found.front() : std::string();
}

std::string TableOf(const model::Element& sheet) {
  const std::string name = HeaderName(sheet.Attribute("name"));
  for (const std::string& table : TableFiles()) {
    if (HeaderName(Stem(table)) == name) return table;
  }
  for (std::size_t i = 0; i < std::min(kMaxHeaderRows, sheet.children.size()); ++i) {
    if (std::string table = TableOfColumns(sheet.children[i]); !table.empty()) return table;
  }
  return {};
}

}  // namespace

std::string LettersOfColumn(std::size_t column) {
  std::string letters;
  for (++column; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

core::Result<WorkbookRead> ReadWorkbook(std::string_view file, std::string_view bytes, const Converter* converter,
                                        std::vector<core::Problem>& problems, core::Progress& progress) {
  WorkbookRead workbook;
  const SourceLocation spot{&problems, file, 0, {}};
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    spot.Bad({}, "has a password, or is a workbook of the old kind (.xls)", "save it as .xlsx, without a password");
    return workbook;
  }
  if (!bytes.starts_with("PK\3\4")) {
    spot.Bad({}, "is not a workbook, or is damaged", "save it as .xlsx; a table of text is named .csv");
    return workbook;
  }
  if (converter == nullptr) {
    spot.Bad({}, "only CSV can be read here", "save its sheets as CSV, or install the whole program");
    return workbook;
  }
  auto project = ProjectOpener(converter->parser_program()).Open("workbook.xlsx", bytes, progress);
  if (!project) {
    core::Error error = std::move(project).error();
    if (error.code != core::ErrorCode::kInvalidInput) return core::Fail(std::move(error));
    const std::size_t at = error.message.find(kFix);
    spot.Bad({}, error.message.substr(0, at),
             at == std::string::npos ? "save it again as .xlsx" : error.message.substr(at + kFix.size()));
    return workbook;
  }
  return SheetsOf(file, std::move(*project), problems);
}

WorkbookRead SheetsOf(std::string_view file, model::ProjectFile project, std::vector<core::Problem>& problems) {
  const SourceLocation spot{&problems, file, 0, {}};
  WorkbookRead workbook;
  workbook.read = true;
  for (const std::string& notice : project.notices) spot.Note({}, notice, {});
  std::vector<model::Element>& sheets = project.root.children;
  const std::string own = file == "study.xlsx" ? std::string() : TableOfWorkbook(file);
  const bool only = std::ranges::count_if(sheets, [](const auto& sheet) { return !sheet.children.empty(); }) == 1;
  for (model::Element& sheet : sheets) {
    const std::string name(sheet.Attribute("name"));
    if (sheet.children.empty()) continue;
    const auto place = static_cast<std::size_t>(&sheet - sheets.data());
    std::string table = TableOf(sheet);
    if (!own.empty() && only) table = own;
    const bool known = std::ranges::any_of(workbook.tables, [&](const auto& one) { return one.table == table; });
    if (table.empty() || (!own.empty() && table != own)) {
      spot.Note(name, "this sheet is not a table of the study and was not read", {});
      workbook.others.push_back({{}, name, std::move(sheet), place});
    } else if (known) {
      spot.Bad(name, fmt::format("a second sheet for {}", Stem(table)), "put the rows of both into one sheet");
      workbook.read = false;
      workbook.others.push_back({table, name, std::move(sheet), place});
    } else {
      if (HeaderName(name) != HeaderName(Stem(table)))
        spot.Note(name, fmt::format("this sheet is read as {}", Stem(table)), {});
      workbook.tables.push_back({table, name, std::move(sheet), place});
    }
  }
  return workbook;
}

TableRows RowsOfSheet(const SheetTable& sheet, std::string_view file, std::vector<core::Problem>& problems) {
  const auto each = [&sheet, file, &problems](const auto& on_row) -> std::optional<CsvFault> {
    CsvRow row;
    for (const model::Element& element : sheet.rows.children) {
      row.line = RowNumber(element, row.line);
      row.cells.clear();
      for (const model::Element& cell : element.children) {
        std::string text = cell.text;
        if (!IsAscii(text))
          text = CanonicalText(std::move(text), SourceLocation{&problems, file, row.line, {}}).value_or("");
        row.cells.push_back(std::move(text));
      }
      if (!on_row(row)) break;
    }
    return std::nullopt;
  };
  return {each, CsvStyle::kRaw, ',', true};
}

bool HasRows(const SheetTable& sheet) {
  bool header = false;
  for (const model::Element& row : sheet.rows.children) {
    if (IsBlankRow(row)) continue;
    if (!header) {
      // Titles may stand above the names of the columns.
      header = std::ranges::any_of(row.children, [](const auto& cell) { return !HeaderName(cell.text).empty(); }) &&
               row.children.size() > 1;
      continue;
    }
    const auto first = std::ranges::find_if(row.children, [](const auto& c) { return !Trimmed(c.text).empty(); });
    if (!IsExample(first->text)) return true;
  }
  return false;
}

void SheetPlaces::Add(const SheetTable& sheet, std::string_view file, const std::vector<ColumnName>& columns,
                      const TableShape& shape) {
  Place& place = places_[sheet.table];
  place.sheet = fmt::format("{}, sheet {}", file, Shown(sheet.name));
  for (std::size_t i = 0; i < std::min(columns.size(), shape.columns.size()); ++i) {
    if (shape.columns[i] == std::string_view::npos) continue;
    place.letters[std::string(columns[i].name)] = LettersOfColumn(shape.columns[i]);
  }
}

std::string SheetPlaces::Of(std::string_view table) const {
  const auto place = places_.find(table);
  return place == places_.end() ? std::string(table) : place->second.sheet;
}

void SheetPlaces::Tell(std::vector<core::Problem>& problems) const {
  for (core::Problem& problem : problems) {
    const auto place = places_.find(problem.file);
    if (place == places_.end()) continue;
    problem.file = place->second.sheet;
    const auto letters = place->second.letters.find(problem.column.substr(0, problem.column.find(',')));
    if (problem.line == 0) continue;
    problem.file += letters == place->second.letters.end() ? fmt::format(", row {}", problem.line)
                                                           : fmt::format(", cell {}{}", letters->second, problem.line);
    problem.line = 0;
  }
}

}  // namespace commonground::ingest
