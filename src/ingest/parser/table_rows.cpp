// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds columns that stand beside each other and whose lines are at the same heights, or whose cells of several lines
// lie in bands with more space between them than between the lines of a cell.

#include "ingest/parser/table_rows.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

#include "core/letters.h"

namespace commonground::ingest::parser {

namespace {

constexpr std::size_t kMaxWordsInCell = 8;
constexpr double kMaxMeanWords = 3;
constexpr double kMaxMeanWordsOfTwo = 2.5;  // two columns of short lines may be a list
constexpr double kFewestCells = 0.6;        // of the rows, that a column has
constexpr double kWidestLeading = 1.45;     // from line to line of a cell, in heights of a line
constexpr double kMinPadding = 1.2;         // between two rows, against the lines of a cell

// Lines that stand below each other.
struct Column {
  std::size_t begin = 0;
  std::size_t end = 0;
  double left = 0;
  double right = 0;
};

std::size_t Words(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

bool SameHeight(const PageLine& a, const PageLine& b) {
  return std::abs(a.y - b.y) < 0.4 * std::max(a.height, b.height);
}

// `first`: the table's first column, if this is a later one: at its edge the text below the table begins.
Column ColumnFrom(const std::vector<PageLine>& lines, std::size_t begin, const Column* first = nullptr) {
  Column column{begin, begin + 1, lines[begin].x, lines[begin].right};
  for (; column.end < lines.size(); ++column.end) {
    const PageLine& line = lines[column.end];
    const bool below = line.y > lines[column.end - 1].y + 0.5 * line.height;
    if (!below || line.x > column.right + line.height || line.right < column.left - line.height) break;
    const bool starts_left =
        first != nullptr && line.x < column.left - line.height && line.x < first->left + line.height;
    const bool starts_right =
        first != nullptr && line.right > column.right + line.height && line.right > first->right - line.height;
    if (starts_left || starts_right) break;  // a paragraph over the whole width
    column.left = std::min(column.left, line.x);
    column.right = std::max(column.right, line.right);
  }
  return column;
}

// Drops what stands in the column above and below the rows of the next one: what is at none of their heights, or, where
// cells are set in the middle of their rows, what is outside their extent.
void Trim(const std::vector<PageLine>& lines, const Column& beside, bool strict, Column& column) {
  const double top = lines[beside.begin].y - lines[beside.begin].height;
  const double bottom = lines[beside.end - 1].y + lines[beside.end - 1].height;
  const auto is_row = [&](std::size_t i) {
    if (!strict) return lines[i].y > top && lines[i].y < bottom;
    for (std::size_t j = beside.begin; j < beside.end; ++j) {
      if (SameHeight(lines[i], lines[j])) return true;
    }
    return false;
  };
  while (column.begin < column.end && !is_row(column.begin)) ++column.begin;
  column.left = column.right = 0;
  for (std::size_t i = column.begin; i < column.end; ++i) {
    column.left = i == column.begin ? lines[i].x : std::min(column.left, lines[i].x);
    column.right = std::max(column.right, lines[i].right);
  }
}

// Is `next` beside `before`, with room between them?  To its right, or, in a table that is read from the right, to its
// left.
bool IsBeside(const Column& before, const Column& next, bool leftward, double height) {
  return leftward ? next.right < before.left - 0.7 * height : next.left > before.right + 0.7 * height;
}

// The columns that stand beside the one from `begin`; fewer than two: no table.
std::vector<Column> ColumnsFrom(const std::vector<PageLine>& lines, std::size_t begin, bool leftward, bool strict) {
  std::vector<Column> columns{ColumnFrom(lines, begin)};
  while (columns.back().end < lines.size()) {
    const Column next = ColumnFrom(lines, columns.back().end, &columns.front());
    Column before = columns.back();
    if (columns.size() == 1) Trim(lines, next, strict, before);
    if (before.begin == before.end || !IsBeside(before, next, leftward, lines[next.begin].height)) break;
    columns.back() = before;
    columns.push_back(next);
  }
  return columns;
}

using Row = std::vector<std::size_t>;  // numbers of its lines, cell by cell, each from the top

// Few words in each cell?  Text that is set in columns has more.
bool AreCells(const std::vector<PageLine>& lines, const std::vector<Column>& columns) {
  std::size_t words = 0;
  std::size_t cells = 0;
  for (const Column& column : columns) {
    for (std::size_t i = column.begin; i < column.end; ++i, ++cells) {
      const std::size_t count = Words(lines[i].text);
      if (count > kMaxWordsInCell || IsHyphen(LastLetter(lines[i].text)) || lines[i].columns) return false;
      words += count;
    }
  }
  const double most = columns.size() > 2 ? kMaxMeanWords : kMaxMeanWordsOfTwo;
  return static_cast<double>(words) <= most * static_cast<double>(cells);
}

// Where each row but the first begins, if the lines fall into bands: the gaps between them are of two kinds.
std::vector<double> BandsOf(const std::vector<PageLine>& lines, const std::vector<Column>& columns) {
  std::vector<double> heights;
  double tall = 0;
  for (const Column& column : columns) {
    for (std::size_t i = column.begin; i < column.end; ++i) {
      heights.push_back(lines[i].y);
      tall = std::max(tall, lines[i].height);
    }
  }
  std::ranges::sort(heights);
  std::vector<std::pair<double, double>> gaps;  // how wide, and what comes after
  for (std::size_t i = 1; i < heights.size(); ++i) {
    if (heights[i] - heights[i - 1] > 0.1 * tall) gaps.emplace_back(heights[i] - heights[i - 1], heights[i]);
  }
  std::ranges::sort(gaps);
  for (std::size_t i = 1; i < gaps.size(); ++i) {
    if (gaps[i - 1].first > kWidestLeading * tall) break;
    if (gaps[i].first < kMinPadding * gaps[i - 1].first || gaps[i].first < 1.1 * tall) continue;
    std::vector<double> begins;
    for (std::size_t j = i; j < gaps.size(); ++j) begins.push_back(gaps[j].second);
    std::ranges::sort(begins);
    return begins;
  }
  return {};
}

// Rows of cells that may have several lines.  In each some cell has one line: where none has, a band is more likely to
// be several rows, as those below the first row, which has more room.
std::vector<Row> RowsInBands(const std::vector<PageLine>& lines, const std::vector<Column>& columns) {
  const std::vector<double> begins = BandsOf(lines, columns);
  if (begins.empty()) return {};
  std::vector<Row> rows(begins.size() + 1);
  std::vector<std::size_t> fewest(rows.size(), lines.size());
  for (const Column& column : columns) {
    std::vector<std::size_t> count(rows.size());
    for (std::size_t i = column.begin; i < column.end; ++i) {
      const auto row = static_cast<std::size_t>(std::ranges::upper_bound(begins, lines[i].y + 0.01) - begins.begin());
      rows[row].push_back(i);
      ++count[row];
    }
    std::size_t filled = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      filled += count[row] > 0 ? 1 : 0;
      if (count[row] > 0) fewest[row] = std::min(fewest[row], count[row]);
    }
    if (filled < 2 || static_cast<double>(filled) < kFewestCells * static_cast<double>(rows.size())) return {};
  }
  if (std::ranges::any_of(fewest, [](std::size_t lines_of_cell) { return lines_of_cell != 1; })) return {};
  return rows;
}

// Rows of cells of one line each.
std::vector<Row> RowsAtHeights(const std::vector<PageLine>& lines, const std::vector<Column>& columns) {
  std::vector<Row> rows;
  for (const Column& column : columns) {
    for (std::size_t i = column.begin; i < column.end; ++i) {
      const auto row =
          std::ranges::find_if(rows, [&](const auto& one) { return SameHeight(lines[one.front()], lines[i]); });
      if (row == rows.end()) {
        rows.push_back({i});
      } else {
        row->push_back(i);
      }
    }
  }
  if (rows.size() < 2) return {};
  for (const Column& column : columns) {
    const auto count = static_cast<double>(column.end - column.begin);
    if (count < 2 || count < kFewestCells * static_cast<double>(rows.size())) return {};
  }
  std::ranges::sort(rows, {}, [&](const auto& row) { return lines[row.front()].y; });
  return rows;
}

// The rows of a table; none: it is not one.
std::vector<Row> RowsOf(const std::vector<PageLine>& lines, const std::vector<Column>& columns) {
  if (columns.size() < 2 || !AreCells(lines, columns)) return {};
  std::vector<Row> rows = RowsInBands(lines, columns);
  return rows.empty() ? RowsAtHeights(lines, columns) : rows;
}

// Is most of what is written in the cells read from the right?
bool ReadsLeftward(const std::vector<PageLine>& lines, const std::vector<Column>& columns) {
  std::int32_t leftward = 0;
  for (const Column& column : columns) {
    for (std::size_t i = column.begin; i < column.end; ++i) {
      const std::string& text = lines[i].text;
      for (std::size_t at = 0; at < text.size(); at = core::NextLetter(text, at)) {
        const auto c = static_cast<UChar32>(core::LetterAt(text, at));
        const UCharDirection direction = u_charDirection(c);
        leftward += direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ? 1 : 0;
        leftward -= direction == U_LEFT_TO_RIGHT ? 1 : 0;
      }
    }
  }
  return leftward > 0;
}

struct FoundTable {
  std::vector<Column> columns;
  std::vector<Row> rows;
};

// The table that begins at a line; without rows: none does.
FoundTable TableFrom(const std::vector<PageLine>& lines, std::size_t begin) {
  for (const bool strict : {true, false}) {
    for (const bool leftward : {false, true}) {
      FoundTable table{ColumnsFrom(lines, begin, leftward, strict), {}};
      table.rows = RowsOf(lines, table.columns);
      if (table.rows.empty()) continue;
      if (ReadsLeftward(lines, table.columns) != leftward) {
        // Its columns come in the other order.
        std::vector<std::size_t> column_of(lines.size());
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
          for (std::size_t i = table.columns[c].begin; i < table.columns[c].end; ++i) column_of[i] = c;
        }
        for (Row& row : table.rows) std::ranges::stable_sort(row, std::greater(), [&](auto i) { return column_of[i]; });
      }
      return table;
    }
  }
  return {};
}

}  // namespace

void PutRowsTogether(std::vector<PageLine>& lines) {
  std::vector<PageLine> put;
  for (std::size_t i = 0; i < lines.size();) {
    const FoundTable table = TableFrom(lines, i);
    if (table.rows.empty()) {
      put.push_back(std::move(lines[i++]));
      continue;
    }
    for (; i < table.columns.front().begin; ++i) put.push_back(std::move(lines[i]));
    for (const Row& row : table.rows) {
      PageLine line = lines[row.front()];
      for (std::size_t cell = 1; cell < row.size(); ++cell) {
        const PageLine& next = lines[row[cell]];
        line.text += ' ' + next.text;
        line.x = std::min(line.x, next.x);
        line.right = std::max(line.right, next.right);
        line.height = std::max(line.height, next.height);
        line.bold = line.bold && next.bold;
      }
      line.columns = true;
      line.row = true;
      put.push_back(std::move(line));
    }
    i = table.columns.back().end;
  }
  lines = std::move(put);
}

}  // namespace commonground::ingest::parser
