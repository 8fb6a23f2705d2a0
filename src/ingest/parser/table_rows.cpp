// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds columns that stand beside each other and whose lines are at the same heights.

#include "ingest/parser/table_rows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace commonground::ingest::parser {

namespace {

constexpr std::size_t kMaxWordsInCell = 8;
constexpr double kMaxMeanWords = 3;
constexpr double kMaxMeanWordsOfTwo = 2.5;  // two columns of short lines may be a list
constexpr double kFewestCells = 0.6;        // of the rows, that a column has

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

Column ColumnFrom(const std::vector<PageLine>& lines, std::size_t begin) {
  Column column{begin, begin + 1, lines[begin].x, lines[begin].right};
  for (; column.end < lines.size(); ++column.end) {
    const PageLine& line = lines[column.end];
    const bool below = line.y > lines[column.end - 1].y + 0.5 * line.height;
    if (!below || line.x > column.right + line.height || line.right < column.left - line.height) break;
    column.left = std::min(column.left, line.x);
    column.right = std::max(column.right, line.right);
  }
  return column;
}

// Drops what stands in the column above and below the rows of the next one.
void Trim(const std::vector<PageLine>& lines, const Column& beside, Column& column) {
  const auto is_row = [&](std::size_t i) {
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

// The columns that stand beside the one from `begin`; fewer than two: no table.
std::vector<Column> ColumnsFrom(const std::vector<PageLine>& lines, std::size_t begin) {
  std::vector<Column> columns{ColumnFrom(lines, begin)};
  while (columns.back().end < lines.size()) {
    Column next = ColumnFrom(lines, columns.back().end);
    Column before = columns.back();
    if (columns.size() == 1) Trim(lines, next, before);
    if (before.begin == before.end || next.left < before.right + 0.7 * lines[next.begin].height) break;
    columns.back() = before;
    columns.push_back(next);
  }
  return columns;
}

// The rows of a table, each of the numbers of its lines; none: it is not one.
std::vector<std::vector<std::size_t>> RowsOf(const std::vector<PageLine>& lines, const std::vector<Column>& columns) {
  std::vector<std::vector<std::size_t>> rows;
  std::size_t words = 0;
  std::size_t cells = 0;
  for (const Column& column : columns) {
    for (std::size_t i = column.begin; i < column.end; ++i, ++cells) {
      const std::size_t count = Words(lines[i].text);
      if (count > kMaxWordsInCell || IsHyphen(LastLetter(lines[i].text)) || lines[i].columns) return {};
      words += count;
      const auto row =
          std::ranges::find_if(rows, [&](const auto& one) { return SameHeight(lines[one.front()], lines[i]); });
      if (row == rows.end()) {
        rows.push_back({i});
      } else {
        row->push_back(i);
      }
    }
  }
  const double most = columns.size() > 2 ? kMaxMeanWords : kMaxMeanWordsOfTwo;
  if (rows.size() < 2 || static_cast<double>(words) > most * static_cast<double>(cells)) return {};
  for (const Column& column : columns) {
    const auto count = static_cast<double>(column.end - column.begin);
    if (count < 2 || count < kFewestCells * static_cast<double>(rows.size())) return {};
  }
  std::ranges::sort(rows, {}, [&](const auto& row) { return lines[row.front()].y; });
  return rows;
}

}  // namespace

void PutRowsTogether(std::vector<PageLine>& lines) {
  std::vector<PageLine> put;
  for (std::size_t i = 0; i < lines.size();) {
    const auto columns = ColumnsFrom(lines, i);
    const auto rows = columns.size() < 2 ? std::vector<std::vector<std::size_t>>() : RowsOf(lines, columns);
    if (rows.empty()) {
      put.push_back(std::move(lines[i++]));
      continue;
    }
    for (; i < columns.front().begin; ++i) put.push_back(std::move(lines[i]));
    for (const auto& row : rows) {
      PageLine line = lines[row.front()];
      for (std::size_t cell = 1; cell < row.size(); ++cell) {
        const PageLine& next = lines[row[cell]];
        line.text += ' ' + next.text;
        line.right = std::max(line.right, next.right);
        line.height = std::max(line.height, next.height);
        line.bold = line.bold && next.bold;
      }
      line.columns = true;
      line.row = true;
      put.push_back(std::move(line));
    }
    i = columns.back().end;
  }
  lines = std::move(put);
}

}  // namespace commonground::ingest::parser
