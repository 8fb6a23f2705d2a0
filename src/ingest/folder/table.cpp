// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What every table has in common: the names of its columns, the shape of its rows, blank and repeated keys, and what
// spreadsheet programs leave around them.

#include "ingest/folder/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>
#include <unordered_map>

#include "core/canonical.h"
#include "ingest/folder/one_line.h"
#include "ingest/folder/strange.h"
#include "rules/values.h"

namespace commonground::ingest {

namespace {

constexpr std::size_t kAbsent = std::string_view::npos;
// Each row takes up to 600 bytes.  The history grows with the study and is bounded by the size of its file alone.
constexpr int kMaxRows = 1'000'000;
constexpr int kRowsBetweenLooks = 4096;    // at whether the person asked to stop
constexpr std::size_t kMaxRowsAbove = 10;  // among which the names of the columns are looked for
// Words of documents and people, which may be anything.
constexpr std::array<std::string_view, 8> kFreeText{"exact", "prefix", "suffix", "text",
                                                    "memo",  "hint",   "before", "after"};

std::string AllNames(const std::vector<ColumnName>& columns) {
  return fmt::format(
      "{}",
      fmt::join(columns | std::views::transform([](const auto& column) -> std::string_view { return column.name; }),
                ", "));
}

bool IsBlank(std::string_view cell) {
  return Trimmed(cell).empty();
}

// Columns that had another name in older folders.
std::string_view NameNow(std::string_view name) {
  return name == "grade" ? "evidence_type" : name == "thing" ? "record_type" : name;
}

class TableReader {
 public:
  TableReader(std::string_view file, const TableRows& source, const std::vector<ColumnName>& columns,
              std::vector<core::Problem>& problems, const OnCells& on_cells)
      : file_(file), source_(source), columns_(columns), problems_(problems), on_cells_(on_cells) {
    has_key_ = std::any_of(columns.begin(), columns.end(), [](const ColumnName& c) { return IsKey(c.need); });
  }

  void OnAnyRow(CsvRow& row) {
    if (std::ranges::all_of(row.cells, IsBlank)) {
      if (began_) ++blank_rows_;
      return;
    }
    if (began_) return OnRow(row);
    if (LooksLikeHeader(row)) {
      if (!above_.empty()) {
        SpotAt(above_.front().line)
            .Note(above_.front().cells.front(), "what stands above the names of the columns is left out", {});
      }
      above_.clear();
      return OnHeader(row);
    }
    above_.push_back(row);
    if (above_.size() == kMaxRowsAbove) TakeFirstAsHeader();
  }

  // Once all rows were given.
  void End() {
    TakeFirstAsHeader();
    if (!began_) {
      SpotAt(0).Bad({}, "is empty",
                    "write the names of the columns in the first line (" + AllNames(columns_) +
                        "), or take the file away: a missing table is an empty table");
      usable_ = false;
    }
    if (blank_rows_ > 0) {
      SpotAt(0).Note(
          {}, blank_rows_ == 1 ? "an empty row is left out" : fmt::format("{} empty rows are left out", blank_rows_),
          {});
    }
    if (first_unnamed_ > 0) {
      SpotAt(first_unnamed_)
          .Bad({}, "a column without a name holds something in this row",
               "name the column in the first line, or clear its cells");
    }
  }

  TableShape Shape() const { return {began_ && usable_ && whole_, rows_, place_}; }

 private:
  SourceLocation SpotAt(int line) const { return SourceLocation{&problems_, file_, line, {}}; }

  std::size_t Find(std::string_view cell) const {
    const std::string_view plain = Trimmed(cell);
    const auto exact = std::ranges::find(columns_, plain, &ColumnName::name);
    if (exact != columns_.end()) return static_cast<std::size_t>(exact - columns_.begin());
    const std::string name = HeaderName(cell);
    const auto folded = std::ranges::find(columns_, NameNow(name), &ColumnName::name);
    return folded == columns_.end() ? kAbsent : static_cast<std::size_t>(folded - columns_.begin());
  }

  bool LooksLikeHeader(const CsvRow& row) const {
    std::size_t known = 0;
    std::size_t unknown = 0;
    for (const std::string& cell : row.cells) {
      if (!IsBlank(cell)) ++(Find(cell) == kAbsent ? unknown : known);
    }
    return known >= 2 || (known == 1 && unknown == 0);
  }

  // No row looks like one: the first is taken for it, and says what is wrong.
  void TakeFirstAsHeader() {
    if (began_ || above_.empty()) return;
    std::vector<CsvRow> rows = std::move(above_);
    above_.clear();
    OnHeader(rows.front());
    for (std::size_t i = 1; i < rows.size(); ++i) OnRow(rows[i]);
  }

  void OnHeader(const CsvRow& row) {
    began_ = true;
    if (source_.separator != ',') {
      SpotAt(row.line).Note({},
                            source_.separator == '\t' ? "the columns are separated by tabs; they are read so"
                            : source_.separator == ';'
                                ? "the columns are separated by semicolons; they are read so"
                                : fmt::format("the columns are separated by {}; they are read so", source_.separator),
                            {});
    }
    place_.assign(columns_.size(), kAbsent);
    header_cells_ = row.cells.size();
    width_ = header_cells_;
    while (width_ > 0 && IsBlank(row.cells[width_ - 1])) --width_;
    for (std::size_t i = 0; i < width_; ++i) {
      const std::string& name = row.cells[i];
      if (IsBlank(name)) {
        unnamed_.push_back(i);
        continue;
      }
      const std::size_t found = Find(name);
      if (found == kAbsent) {
        SpotAt(row.line).Bad(name,
                             IsErrorCell(name) ? "is an error that a formula left, not the name of a column"
                                               : "is not a column of this table",
                             "the columns are: " + AllNames(columns_) + "; rename the column or take it out");
        continue;
      }
      std::size_t& place = place_[found];
      if (place != kAbsent) {
        SpotAt(row.line).Bad(name, "is the name of two columns", "keep one of the two columns");
        continue;
      }
      place = i;
      if (Trimmed(name) != columns_[found].name) {
        SpotAt(row.line).Note(name, fmt::format("this name of a column is read as {}", columns_[found].name), {});
      }
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Need need = columns_[i].need;
      if (place_[i] != kAbsent || (need != kRequired && need != kKey)) continue;
      SpotAt(row.line).At(columns_[i].name).Bad({}, "this column is missing", "add it to the first line and fill it");
      usable_ = false;
    }
  }

  // Makes the row as wide as the header; false: it is not, and that was reported.  A blank cell more than the header
  // has may come from a comma that lacks its quotes, so it is no empty tail.
  bool Fit(CsvRow& row) {
    const std::size_t given = row.cells.size();
    if (given == width_) return true;
    if (source_.ragged ? given < width_ : given == header_cells_) {
      const bool lost = given > width_ &&
                        !std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(width_), row.cells.end(), IsBlank);
      if (lost && first_unnamed_ == 0) first_unnamed_ = row.line;
      row.cells.resize(width_);
      return true;
    }
    whole_ = false;
    if (source_.ragged) {
      SpotAt(row.line).Bad(row.cells.back(), "stands beyond the last column that has a name",
                           "name its column, or clear it");
      return false;
    }
    SpotAt(row.line).Bad({}, fmt::format("this row has {} cells, but the first line has {}", given, width_),
                         "add or remove commas; a cell that holds a comma stands between double quotes");
    return false;
  }

  void PutOnOneLine(std::size_t column, int line) {
    std::string made = core::OneLine(cells_[column]);
    if (made == cells_[column]) return;
    const bool lines = cells_[column].find_first_of("\n\t") != std::string::npos;
    SpotAt(line)
        .At(columns_[column].name)
        .Note(made,
              lines ? "has more than one line; it is read as one"
                    : "holds characters that show nothing; they are taken out",
              {});
    cells_[column] = std::move(made);
  }

  void OnRow(CsvRow& row) {
    if (!usable_ || IsExampleRow(row) || !Fit(row)) return;
    ++rows_;
    for (const std::size_t column : unnamed_) {
      if (first_unnamed_ == 0 && !IsBlank(row.cells[column])) first_unnamed_ = row.line;
    }
    cells_.resize(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      cells_[i].clear();
      if (place_[i] != kAbsent) {
        cells_[i] = std::move(row.cells[place_[i]]);
        if (source_.style == CsvStyle::kSpreadsheetSafe) core::TakeSafetyOff(cells_[i]);
        if (IsOneLine(columns_[i].name)) PutOnOneLine(i, row.line);
      }
      CheckCell(i, row.line);
    }
    on_cells_(row.line, cells_);
    if (!has_key_) return;
    key_.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (IsKey(columns_[i].need)) key_ += std::string(Trimmed(cells_[i])) + '\x1F';
    }
    const auto [first, is_new] = lines_.emplace(key_, row.line);
    if (!is_new) ReportSameKey(row.line, first->second);
  }

  void CheckCell(std::size_t i, int line) {
    const auto& [name, need] = columns_[i];
    std::string& cell = cells_[i];
    const SourceLocation spot = SpotAt(line).At(name);
    if (IsErrorCell(cell) && std::ranges::find(kFreeText, name) == kFreeText.end()) {
      spot.Bad(cell, "is an error that a formula of the spreadsheet left, not a value",
               "correct the formula, or write the value itself");
      whole_ = whole_ && !IsKey(need);
      cell.clear();
    } else if ((need == kRequired || need == kKey) && IsBlank(cell)) {
      spot.Bad({}, std::string(rules::kBlank.message), std::string(rules::kBlank.fix));
      whole_ = whole_ && !IsKey(need);
      cell.clear();
    }
  }

  bool IsExampleRow(const CsvRow& row) const {
    const auto first = std::ranges::find_if(row.cells, [](const std::string& cell) { return !IsBlank(cell); });
    if (first == row.cells.end() || !IsExample(*first)) return false;
    SpotAt(row.line).Note(*first, "this row is an example and is left out; delete it", {});
    return true;
  }

  void ReportSameKey(int line, int first) const {
    std::string names;
    std::string values;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!IsKey(columns_[i].need)) continue;
      names += (names.empty() ? "" : ", ") + std::string(columns_[i].name);
      values += (values.empty() ? "" : ", ") + cells_[i];
    }
    SourceLocation{&problems_, file_, line, names}.Bad(values, fmt::format("was in line {} already", first),
                                                       "change one of the two rows or take it out");
  }

  std::string_view file_;
  const TableRows& source_;
  const std::vector<ColumnName>& columns_;
  std::vector<core::Problem>& problems_;
  const OnCells& on_cells_;
  std::vector<CsvRow> above_;  // rows before the names of the columns
  bool has_key_ = false;
  bool began_ = false;
  bool usable_ = true;
  bool whole_ = true;  // no row was left out or misses its key
  int rows_ = 0;
  int blank_rows_ = 0;
  int first_unnamed_ = 0;             // the first row that has something in a column without a name
  std::size_t header_cells_ = 0;      // with those after the last name
  std::size_t width_ = 0;             // to the last column that has a name
  std::vector<std::size_t> unnamed_;  // columns without a name before it
  std::vector<std::size_t> place_;    // of each described column in the file
  std::vector<std::string> cells_;
  std::string key_;
  std::unordered_map<std::string, int> lines_;  // key -> line
};

}  // namespace

bool IsExample(std::string_view first_cell) {
  constexpr std::array<std::string_view, 5> kMarks{"(example)", "(exemple)", "(ejemplo)", "(пример)", "(示例)"};
  const std::string_view cell = Trimmed(first_cell);
  if (!cell.starts_with('(')) return false;
  return std::ranges::any_of(kMarks, [&](std::string_view mark) { return cell.starts_with(mark); });
}

TableRows RowsOfCsv(std::string_view text, CsvStyle style, const std::vector<ColumnName>& columns) {
  std::vector<std::string_view> names;
  for (const ColumnName& column : columns) names.push_back(column.name);
  const CsvDialect dialect = FindDialect(text, names);
  return {[text, dialect](const std::function<bool(CsvRow&)>& on_row) { return ReadCsv(text, on_row, dialect); }, style,
          dialect.separator, false};
}

TableShape ReadTableRows(std::string_view file, const TableRows& source, const std::vector<ColumnName>& columns,
                         std::vector<core::Problem>& problems, core::Progress& progress, const OnCells& on_cells) {
  TableReader reader(file, source, columns, problems, on_cells);
  const bool bounded = file != "history.csv" && file != "history-texts.csv";
  int rows = 0;  // the header too
  const std::optional<CsvFault> fault = source.each([&](CsvRow& row) {
    reader.OnAnyRow(row);
    ++rows;
    if (IsFull(problems) || (bounded && rows > kMaxRows + 1)) return false;
    return rows % kRowsBetweenLooks != 0 || !progress.Cancelled();
  });
  if (bounded && rows > kMaxRows + 1) {
    SourceLocation{&problems, file, 0, {}}.Bad({}, fmt::format("has more than {} rows", kMaxRows),
                                               "leave only rows of this study; take what is not needed out");
  }
  if (IsFull(problems) || (bounded && rows > kMaxRows + 1)) {
    TableShape shape = reader.Shape();
    shape.whole = false;
    return shape;
  }
  if (!fault) {
    reader.End();
    return reader.Shape();
  }
  SourceLocation{&problems, file, fault->line, {}}.Bad({}, fault->message, fault->fix);
  TableShape shape = reader.Shape();
  shape.whole = false;
  return shape;
}

}  // namespace commonground::ingest
