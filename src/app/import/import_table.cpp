// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The file is read twice.  First for its cells and the numbers of its rows; these, mended, are written as a plain
// table, and that is read as any other: so what is said of a cell that was mended here is what an import would say of
// it.

#include "app/import/import_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "app/gateway/entry.h"
#include "app/nouns/noun_cells.h"
#include "app/nouns/noun_query.h"
#include "core/small_ascii.h"
#include "ingest/folder/table_bytes.h"
#include "ingest/folder/tables/all_tables.h"
#include "ingest/folder/workbook.h"
#include "model/identity.h"
#include "rules/edit.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

constexpr std::size_t kMaxBytes = 25'000'000;
constexpr std::size_t kMaxRows = 2'000;
constexpr int kMaxTries = 6;

// What stands in the file.
struct Grid {
  struct Row {
    int row = 0;
    std::vector<std::string> cells;
  };
  std::string sheet;
  std::vector<std::string> sheets;
  std::vector<Row> rows;
  std::vector<core::Problem> problems;  // of the file and its columns
  std::vector<std::size_t> places;      // of columns in the file
  std::vector<std::vector<std::string>> as_in_file;
};

tl::unexpected<core::Error> NoTable(const std::string& what) {
  return core::Fail(ErrorCode::kInvalidInput, what);
}

bool IsError(const core::Problem& one) {
  return one.severity == core::Severity::kError;
}

// The first error as the refusal of all.
core::Status FirstError(const std::vector<core::Problem>& problems) {
  for (const core::Problem& one : problems) {
    if (!IsError(one)) continue;
    return NoTable(fmt::format("the file {}. Fix: {}", one.message, one.fix));
  }
  return {};
}

void TakeRows(std::string_view table, const ingest::TableRows& rows, const std::vector<ingest::ColumnName>& columns,
              Grid& grid, core::Progress& progress) {
  std::vector<core::Problem> problems;
  const auto on_cells = [&](int line, std::vector<std::string>& cells) { grid.rows.push_back({line, cells}); };
  grid.places = ingest::ReadTableRows(table, rows, columns, problems, progress, on_cells).columns;
  // What is wrong with cells is said when they were mended; the form of the file cannot be mended here.
  std::set<int> taken;
  for (const auto& row : grid.rows) taken.insert(row.row);
  for (core::Problem& one : problems) {
    if (!taken.contains(one.line)) grid.problems.push_back(std::move(one));
  }
}

// Rows that hold something, from the one that may name the columns on: titles of one cell may stand above it.
std::vector<std::vector<std::string>> AsInFile(const ingest::TableRows& rows) {
  std::vector<std::vector<std::string>> found;
  rows.each([&](ingest::CsvRow& row) {
    const auto filled = std::ranges::count_if(row.cells, [](const std::string& one) { return !one.empty(); });
    if (filled > (found.empty() ? 1 : 0)) found.push_back(row.cells);
    return found.size() <= kMaxRows + 1;
  });
  return found;
}

core::Result<Grid> ReadSheet(const TableImport::File& file, std::string_view table,
                             const std::vector<ingest::ColumnName>& columns, core::Progress& progress) {
  const auto barrier = ingest::FindBarrier();
  const auto converter = ingest::Converter::BesideThisProgram();
  if (file.bytes.starts_with("PK\3\4") && (!barrier || !converter)) {
    return NoTable(
        "workbooks cannot be opened safely on this machine, so they are not opened: the sandbox for them is missing. "
        "Fix: whoever keeps the machine installs bubblewrap and all of Common Ground; or save the sheet as CSV");
  }
  const std::string name = std::string(table.substr(0, table.size() - 4)) + ".xlsx";
  Grid grid;
  std::vector<core::Problem> problems;
  CG_ASSIGN_OR_RETURN(const ingest::WorkbookRead workbook,
                      ingest::ReadWorkbook(name, file.bytes, converter ? &*converter : nullptr, problems, progress));
  std::vector<const ingest::SheetTable*> sheets;
  for (const auto& one : workbook.tables) sheets.push_back(&one);
  for (const auto& one : workbook.others) sheets.push_back(&one);
  if (sheets.empty()) {
    CG_RETURN_IF_ERROR(FirstError(problems));
    return NoTable("nothing stands in the workbook. Fix: give one with a row that names the columns");
  }
  // Which sheet is another table twice is no question here.
  std::erase_if(problems, IsError);
  std::ranges::sort(sheets, {}, &ingest::SheetTable::place);
  for (const auto* one : sheets) grid.sheets.push_back(one->name);
  const auto is_meant = [&](const auto* one) {
    return file.sheet.empty() ? one->table == table : one->name == file.sheet;
  };
  const auto meant = std::ranges::count_if(sheets, is_meant);  // a forged file may have one name twice
  if (meant == 0 && !file.sheet.empty()) {
    return NoTable(fmt::format("the workbook has no sheet \"{}\". Fix: name one of these: {}", file.sheet,
                               fmt::join(grid.sheets, "; ")));
  }
  if (file.sheet.empty() && meant != 1) return grid;
  const ingest::SheetTable& sheet = **std::ranges::find_if(sheets, is_meant);
  grid.sheet = sheet.name;
  // Whoever chose one knows that the others are not read.
  const bool is_chosen = !file.sheet.empty();
  std::erase_if(problems, [&](const core::Problem& problem) {
    return is_chosen &&
           std::ranges::any_of(sheets, [&](const auto* one) { return problem.value == ingest::Shown(one->name); });
  });
  const ingest::TableRows rows = ingest::RowsOfSheet(sheet, table, problems);
  TakeRows(table, rows, columns, grid, progress);
  if (std::ranges::any_of(grid.problems, IsError)) grid.as_in_file = AsInFile(rows);
  for (core::Problem& one : problems) grid.problems.push_back(std::move(one));
  return grid;
}

core::Result<Grid> ReadGrid(const TableImport::File& file, std::string_view table,
                            const std::vector<ingest::ColumnName>& columns, core::Progress& progress) {
  if (file.bytes.empty()) return NoTable("the file is empty. Fix: give the whole file");
  if (file.bytes.size() > kMaxBytes) return NoTable("the file is larger than 25 MB. Fix: split it");
  const std::string name = core::SmallAscii(file.name);
  if (name.ends_with(".xlsx") || name.ends_with(".xls")) return ReadSheet(file, table, columns, progress);
  const bool is_text = name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".txt");
  if (!is_text) return NoTable("files of this kind are no tables. Fix: save it as XLSX or CSV");
  Grid grid;
  const auto text = ingest::TableText(std::string(file.bytes), {&grid.problems, table, 0, {}});
  CG_RETURN_IF_ERROR(FirstError(grid.problems));
  if (!text) return NoTable("the file is no text. Fix: save it as CSV in UTF-8");
  TakeRows(table, ingest::RowsOfCsv(*text, ingest::CsvStyle::kSpreadsheetSafe, columns), columns, grid, progress);
  return grid;
}

void Mend(const TableImport& given, const std::vector<ingest::ColumnName>& columns, Grid& grid,
          std::vector<core::Problem>& problems) {
  std::erase_if(grid.rows, [&](const Grid::Row& one) {
    return std::ranges::find(given.taken_out, one.row) != given.taken_out.end();
  });
  for (const auto& [number, column, value] : given.mended) {
    const auto row = std::ranges::find(grid.rows, number, &Grid::Row::row);
    const auto at = std::ranges::find(columns, column, &ingest::ColumnName::name);
    if (row == grid.rows.end() || at == columns.end()) continue;  // of a row that was taken out
    row->cells[static_cast<std::size_t>(at - columns.begin())] = CellOf(column, value, {&problems, {}, number, column});
  }
}

// As a plain table, each row in the line whose number it has in the file (a cell of several lines moves those behind
// it); `lines`: which row begins in which line.
std::string AsCsv(const std::vector<ingest::ColumnName>& columns, const Grid& grid, std::map<int, int>& lines) {
  std::string text;
  std::vector<std::string> cells;
  for (const auto& column : columns) cells.emplace_back(column.name);
  ingest::AppendCsvRow(text, cells);
  int line = 2;
  for (const Grid::Row& row : grid.rows) {
    for (; line < row.row; ++line) text += '\n';
    lines[line] = row.row;
    const std::size_t begin = text.size();
    ingest::AppendCsvRow(text, row.cells);
    line += static_cast<int>(std::count(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), '\n'));
  }
  return text;
}

// One kind of thing with an id that people choose.
template <typename Thing>
class TableImporter {
 public:
  TableImporter(const ingest::Table<Thing>& table, const TableImport& given)
      : table_(table), columns_(ingest::NamesOf(table)), given_(given) {}

  core::Status Read(core::Progress& progress) {
    CG_ASSIGN_OR_RETURN(grid_, ReadGrid(given_.file, table_.file, columns_, progress));
    if (grid_.rows.size() > kMaxRows) {
      return NoTable(fmt::format("the table has more than {} rows. Fix: split it", kMaxRows));
    }
    Mend(given_, columns_, grid_, of_cells_);
    return {};
  }

  // What it would do to `study`, into `changes`.
  TableLook Look(const model::Study& study, const core::Date& today, core::Progress& progress,
                 std::vector<model::PlacedChange<Thing>>& changes) {
    TableLook look;
    look.sheet = grid_.sheet;
    look.sheets = grid_.sheets;
    if (look.sheet.empty() && !look.sheets.empty()) {
      look.blocked = true;
      return look;
    }
    look.as_in_file = grid_.as_in_file;
    for (const auto& column : columns_) look.columns.emplace_back(column.name);
    for (const Grid::Row& row : grid_.rows) look.rows.push_back({row.row, row.cells, RowFate::kNew, {}});
    std::map<int, int> lines;
    const std::string csv = AsCsv(columns_, grid_, lines);
    std::vector<core::Problem> problems = of_cells_;
    model::Study read;
    ingest::SourceLines places;
    places.today = today;
    std::vector<core::Problem> of_rows;
    ingest::ReadTable(table_, ingest::RowsOfCsv(csv, ingest::CsvStyle::kRaw, columns_), read, places, of_rows,
                      progress);
    for (core::Problem& one : of_rows) {
      const auto at = lines.find(one.line);
      one.line = at == lines.end() ? 0 : at->second;
      problems.push_back(std::move(one));
    }
    std::vector<int> rows_of;  // of the things that were read
    for (const int line : places.rows[std::string(table_.file)]) rows_of.push_back(lines.at(line));
    Compare(study, read.*table_.rows, rows_of, today, problems, changes, look);
    Tell(problems, look);
    return look;
  }

 private:
  void Compare(const model::Study& study, const std::vector<Thing>& read, const std::vector<int>& rows_of,
               const core::Date& today, std::vector<core::Problem>& problems,
               std::vector<model::PlacedChange<Thing>>& changes, TableLook& look) {
    model::Study after = study;
    std::vector<Thing>& list = after.*table_.rows;
    const auto ids = model::IdsOf(list);
    std::map<std::size_t, int> row_at;  // of the list
    for (std::size_t i = 0; i < read.size(); ++i) {
      const std::string id = model::IdOf(read[i]);
      const auto there = std::ranges::find(ids, id);
      const auto row = std::ranges::find(look.rows, rows_of[i], &TableLook::Row::row);
      if (there == ids.end()) {
        row_at[list.size()] = rows_of[i];
        model::PlacedChange<Thing> change;
        change.after = read[i];
        change.place_after = std::ssize(list);
        list.push_back(read[i]);
        changes.push_back(std::move(change));
        continue;
      }
      const auto place = there - ids.begin();
      Thing& now = list[static_cast<std::size_t>(place)];
      row_at[static_cast<std::size_t>(place)] = rows_of[i];
      for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        // A column that the file does not have says nothing of what is there.
        if (!IsSaid(c, rows_of[i])) continue;
        if (table_.columns[c].write(now) != table_.columns[c].write(read[i])) {
          row->changed.emplace_back(table_.columns[c].name);
        }
      }
      row->fate = row->changed.empty() ? RowFate::kSame : RowFate::kChanged;
      if (row->changed.empty()) continue;
      const Thing merged = Merged(now, read[i], rows_of[i]);
      changes.push_back({now, merged, place, place});
      now = merged;
    }
    for (const auto& one : ErrorsIn(
             rules::CheckChange(study, after, rules::Listed<Thing>::kKind, rules::kNoIndex, CircumstancesOn(today)))) {
      core::Problem told;
      const auto row = row_at.find(one.about.index);
      const bool is_ours = one.about.kind == rules::Listed<Thing>::kKind && row != row_at.end();
      told.line = is_ours ? row->second : 0;
      told.column = is_ours ? one.about.field : std::string();
      const bool is_known =
          is_ours && std::ranges::any_of(problems, [&](const core::Problem& other) {
            return other.severity == core::Severity::kError && other.line == told.line && other.column == told.column;
          });
      if (is_known) continue;
      told.value = rules::Shown(one.value);
      told.message = rules::Filled(one.message, one.mentions, &rules::PlainName);
      told.fix = rules::Filled(one.fix, one.mentions, &rules::PlainName);
      problems.push_back(std::move(told));
    }
  }

  bool IsSaid(std::size_t column, int row) const {
    if (column < grid_.places.size() && grid_.places[column] != std::string_view::npos) return true;
    return std::ranges::any_of(given_.mended, [&](const TableImport::Mended& one) {
      return one.row == row && one.column == table_.columns[column].name;
    });
  }

  // What is there, with what the row says.
  Thing Merged(const Thing& now, const Thing& read, int row) const {
    Cells cells = CellsOf(table_, now);
    const Cells said = CellsOf(table_, read);
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const std::string name(table_.columns[c].name);
      if (IsSaid(c, row)) cells[name] = said.at(name);
    }
    std::vector<core::Problem> none;  // both were read once
    return FromCells(table_, cells, none);
  }

  void Tell(const std::vector<core::Problem>& problems, TableLook& look) const {
    const auto take = [&](const core::Problem& one) {
      TableLook::Problem told{
          one.severity == core::Severity::kError, one.line, one.column, {}, one.value, one.message, one.fix};
      const auto column = std::ranges::find(columns_, one.column, &ingest::ColumnName::name);
      if (!grid_.sheet.empty() && one.line > 0 && column != columns_.end()) {
        const std::size_t place = grid_.places[static_cast<std::size_t>(column - columns_.begin())];
        if (place != std::string_view::npos) {
          told.cell = ingest::LettersOfColumn(place) + std::to_string(one.line);
        }
      }
      look.problems.push_back(std::move(told));
    };
    std::ranges::for_each(grid_.problems, take);
    std::ranges::for_each(problems, take);
    std::ranges::stable_sort(look.problems, [](const auto& a, const auto& b) {
      return std::pair(!a.blocks, a.row) < std::pair(!b.blocks, b.row);
    });
    for (TableLook::Row& row : look.rows) {
      const bool is_wrong =
          std::ranges::any_of(look.problems, [&](const auto& one) { return one.blocks && one.row == row.row; });
      if (is_wrong) row.fate = RowFate::kWrong;
      look.added += row.fate == RowFate::kNew ? 1 : 0;
      look.changed += row.fate == RowFate::kChanged ? 1 : 0;
      look.same += row.fate == RowFate::kSame ? 1 : 0;
    }
    look.blocked = std::ranges::any_of(look.problems, &TableLook::Problem::blocks);
  }

  const ingest::Table<Thing>& table_;
  std::vector<ingest::ColumnName> columns_;
  const TableImport& given_;
  Grid grid_;
  std::vector<core::Problem> of_cells_;  // that were mended, and are no text
};

template <typename Thing>
core::Result<TableLook> Import(const Entered& in, const ingest::Table<Thing>& table, const TableImport& given,
                               core::Progress& progress) {
  TableImporter<Thing> importer(table, given);
  CG_RETURN_IF_ERROR(importer.Read(progress));
  for (int tried = 1;; ++tried) {
    CG_ASSIGN_OR_RETURN(const model::Study study, in.store.LoadWithoutText());
    model::ChangeSet changes;
    auto& list = changes.facts.Of<Thing>();
    TableLook look = importer.Look(study, in.today, progress, list);
    if (look.blocked || list.empty() || given.mode == TableImport::Mode::kLook) return look;
    const bool only_changes = look.added == 0;
    changes.action = only_changes ? model::EventAction::kEdit : model::EventAction::kAdd;
    auto act = ApplyEdit(in.store, std::move(changes), in.actor);
    if (act) {
      look.act = *act;
      return look;
    }
    if (act.error().code != ErrorCode::kConflict || tried == kMaxTries) return core::Fail(std::move(act).error());
  }
}

}  // namespace

core::Result<TableLook> ImportOrganisations(const Workspace& workspace, const TableImport& given,
                                            core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kImportOrganisations));
  return Import(in, ingest::OrganisationsTable(), given, progress);
}

}  // namespace commonground::app
