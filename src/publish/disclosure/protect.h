// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Hides small counts of people in a table with totals, and enough others that no hidden count can be worked out from
// what is shown (METHODS 10).  Exact: what a reader could work out is found by linear programming (GLPK); with two ways
// of adding up, rows and columns, its answers are whole numbers (the constraints are totally unimodular).
//
//     shown          hidden at 5, then protected
//     12   3  15     12   *   *
//      9   8  17      9   *   *         the 8 goes with the 3, or 17 - 9 would tell nothing but 15 - 12 would tell 3
//     21  11  32     21  11  32
#pragma once

#include <cstdint>
#include <vector>

namespace commonground::publish {

// Counts with their totals: the last row and the last column are sums of the others.
class CountTable {
 public:
  // Requires: cells.size() is a whole number of rows of `columns`; no cell is negative.
  CountTable(std::vector<std::int64_t> cells, std::size_t columns);

  std::size_t rows() const { return rows_; }        // with the total
  std::size_t columns() const { return columns_; }  // with the total
  std::int64_t at(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }

 private:
  std::vector<std::int64_t> cells_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
};

using Hidden = std::vector<bool>;  // row by row, with totals

struct Range {
  std::int64_t low = 0;
  std::int64_t high = 0;  // kNoLimit: nothing that is shown bounds it
};
inline constexpr std::int64_t kNoLimit = INT64_MAX;

// What a reader can work out about a hidden cell who knows every shown one, and that no count is negative.
// Requires: `hidden` has rows x columns entries and hides the cell.  Cost: one small linear program each way.
Range RangeOf(const CountTable& table, const Hidden& hidden, std::size_t row, std::size_t column);

// Which cells to hide, totals too: every count from 1 to threshold - 1, and others until for each hidden cell the range
// is at least `threshold` wide.  A 0 is hidden only where that is needed.  Threshold 0 or 1: nothing is hidden.
// Cost: at most cells^2 linear programs; a table of 10 x 10 takes some milliseconds.
Hidden Protect(const CountTable& table, std::int64_t threshold);

}  // namespace commonground::publish
