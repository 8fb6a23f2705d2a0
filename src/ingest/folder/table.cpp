// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What every table has in common: its first line, the shape of its rows, blank and repeated keys.

#include "ingest/folder/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace commonground::ingest {

namespace {

constexpr std::string_view kDangerous = "=+-@'\t\n";
constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);
constexpr int kRowsBetweenLooks = 4096;  // at whether the person asked to stop

std::string AllNames(const std::vector<ColumnName>& columns) {
  std::string names;
  for (const ColumnName& column : columns) names += (names.empty() ? "" : ", ") + std::string(column.name);
  return names;
}

void TakeSafetyOff(std::string& cell) {
  if (cell.size() > 1 && cell[0] == '\'' && kDangerous.find(cell[1]) != std::string_view::npos) cell.erase(0, 1);
}

class TableReader {
 public:
  TableReader(std::string_view file, CsvStyle style, const std::vector<ColumnName>& columns,
              std::vector<core::Problem>& problems, const OnCells& on_cells)
      : file_(file), style_(style), columns_(columns), problems_(problems), on_cells_(on_cells) {
    has_key_ = std::any_of(columns.begin(), columns.end(), [](const ColumnName& c) { return IsKey(c.need); });
  }

  bool began() const { return began_; }
  bool usable() const { return usable_; }
  bool whole() const { return usable_ && whole_; }

  void OnHeader(const CsvRow& row) {
    began_ = true;
    place_.assign(columns_.size(), kAbsent);
    width_ = row.cells.size();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string_view name = Trimmed(row.cells[i]);
      const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const auto& c) { return c.name == name; });
      if (found == columns_.end() && width_ == 1 && name.find_first_of(";\t") != std::string_view::npos) {
        SpotAt(row.line).Bad(row.cells[i], "the columns are not separated by commas",
                             "save the table again as CSV with commas between the columns");
        usable_ = false;
        return;
      }
      if (found == columns_.end()) {
        SpotAt(row.line).Bad(row.cells[i], name.empty() ? "a column has no name" : "is not a column of this table",
                             "the columns are: " + AllNames(columns_) + "; rename the column or take it out");
        continue;
      }
      std::size_t& place = place_[static_cast<std::size_t>(found - columns_.begin())];
      if (place != kAbsent) {
        SpotAt(row.line).Bad(row.cells[i], "is the name of two columns", "keep one of the two columns");
      } else {
        place = i;
      }
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (place_[i] != kAbsent || columns_[i].need == kOptional || columns_[i].need == kKeyBlank ||
          columns_[i].need == kSparse)
        continue;
      SpotAt(row.line).At(columns_[i].name).Bad({}, "this column is missing", "add it to the first line and fill it");
      usable_ = false;
    }
  }

  void OnRow(CsvRow& row) {
    if (!usable_) return;
    if (row.cells.size() != width_) {
      whole_ = false;
      SpotAt(row.line).Bad({},
                           fmt::format("this row has {} cells, but the first line has {}", row.cells.size(), width_),
                           "add or remove commas; a cell that holds a comma stands between double quotes");
      return;
    }
    cells_.resize(columns_.size());
    key_.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (place_[i] == kAbsent) {
        cells_[i].clear();
      } else {
        cells_[i] = std::move(row.cells[place_[i]]);
        if (style_ == CsvStyle::kSpreadsheetSafe) TakeSafetyOff(cells_[i]);
      }
      const Need need = columns_[i].need;
      if ((need == kRequired || need == kKey) && Trimmed(cells_[i]).empty()) {
        SpotAt(row.line)
            .At(columns_[i].name)
            .Bad({}, "is blank, but this column must be filled", "fill it in, or take the row out");
        cells_[i].clear();
        whole_ = whole_ && !IsKey(need);
      }
      if (IsKey(need)) key_ += std::string(Trimmed(cells_[i])) + '\x1F';
    }
    if (has_key_) {
      const auto [first, is_new] = lines_.emplace(key_, row.line);
      if (!is_new) ReportSameKey(row.line, first->second);
    }
    on_cells_(row.line, cells_);
  }

 private:
  static bool IsKey(Need need) { return need == kKey || need == kKeyBlank; }
  Spot SpotAt(int line) const { return Spot{&problems_, file_, line, {}}; }

  void ReportSameKey(int line, int first) const {
    std::string names;
    std::string values;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!IsKey(columns_[i].need)) continue;
      names += (names.empty() ? "" : ", ") + std::string(columns_[i].name);
      values += (values.empty() ? "" : ", ") + cells_[i];
    }
    Spot{&problems_, file_, line, names}.Bad(values, fmt::format("was in line {} already", first),
                                             "change one of the two rows or take it out");
  }

  std::string_view file_;
  CsvStyle style_;
  const std::vector<ColumnName>& columns_;
  std::vector<core::Problem>& problems_;
  const OnCells& on_cells_;
  bool has_key_ = false;
  bool began_ = false;
  bool usable_ = true;
  bool whole_ = true;  // no row was left out or misses its key
  std::size_t width_ = 0;
  std::vector<std::size_t> place_;  // of each described column in the file
  std::vector<std::string> cells_;
  std::string key_;
  std::unordered_map<std::string, int> lines_;  // key -> line
};

}  // namespace

void MakeSafe(std::string& cell) {
  if (!cell.empty() && kDangerous.find(cell[0]) != std::string_view::npos) cell.insert(0, 1, '\'');
}

bool ReadTableText(std::string_view file, std::string_view text, CsvStyle style, const std::vector<ColumnName>& columns,
                   std::vector<core::Problem>& problems, core::Progress& progress, const OnCells& on_cells) {
  TableReader reader(file, style, columns, problems, on_cells);
  int rows = 0;
  const std::optional<CsvFault> fault = ReadCsv(text, [&](CsvRow& row) {
    if (reader.began()) {
      reader.OnRow(row);
    } else {
      reader.OnHeader(row);
    }
    return ++rows % kRowsBetweenLooks != 0 || !progress.Cancelled();
  });
  if (fault) {
    Spot{&problems, file, fault->line, {}}.Bad({}, fault->message, fault->fix);
    return false;
  }
  if (!reader.began()) {
    Spot{&problems, file, 0, {}}.Bad({}, "is empty",
                                     "write the names of the columns in the first line (" + AllNames(columns) +
                                         "), or take the file away: a missing table is an empty table");
    return false;
  }
  return reader.whole();
}

}  // namespace commonground::ingest
