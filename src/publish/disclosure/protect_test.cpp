// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Examples, then random tables: what a reader could work out is found a second time by trying all small tables.
#include "publish/disclosure/protect.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

namespace commonground::publish {
namespace {

int CountOf(const Hidden& hidden) {
  return static_cast<int>(std::count(hidden.begin(), hidden.end(), true));
}

TEST(Protect, ASmallCountAloneInItsRowAndColumnTakesThreeWithIt) {
  const CountTable table({12, 3, 9, 30, 20, 10, 40, 15, 25}, 3);
  const Hidden hidden = Protect(table, 5);
  EXPECT_TRUE(hidden[1]);
  EXPECT_EQ(CountOf(hidden), 4);
  EXPECT_TRUE(RangeOf(table, hidden, 0, 1).high - RangeOf(table, hidden, 0, 1).low >= 5);
}

TEST(Protect, NothingSmallHidesNothing) {
  EXPECT_EQ(CountOf(Protect(CountTable({5, 6, 0, 8}, 2), 5)), 0);
  EXPECT_EQ(CountOf(Protect(CountTable({1, 1, 1, 1}, 2), 1)), 0);
}

TEST(Protect, ATableOfOneSmallCountHidesItsTotalsToo) {
  const Hidden hidden = Protect(CountTable({3}, 1), 5);
  EXPECT_EQ(CountOf(hidden), 4);
}

TEST(RangeOf, ACellThatAloneIsHiddenInItsRowIsKnown) {
  const CountTable table({12, 3, 9, 8}, 2);
  Hidden hidden(9, false);
  hidden[1] = hidden[4] = true;
  EXPECT_EQ(RangeOf(table, hidden, 0, 1).low, 3);
  EXPECT_EQ(RangeOf(table, hidden, 0, 1).high, 3);
}

// By trying every value of the hidden parts up to the largest total; totals are shown.
Range Tried(const CountTable& table, const Hidden& hidden, std::size_t wanted) {
  const std::size_t columns = table.columns();
  std::vector<std::size_t> cells;
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    if (hidden[i]) cells.push_back(i);
  }
  std::vector<std::int64_t> value(hidden.size());
  for (std::size_t i = 0; i < hidden.size(); ++i) value[i] = table.at(i / columns, i % columns);
  const std::vector<std::int64_t> truth = value;
  Range range{kNoLimit, -1};
  const auto fits = [&] {
    for (std::size_t r = 0; r + 1 < table.rows(); ++r) {
      std::int64_t sum = 0;
      for (std::size_t c = 0; c + 1 < columns; ++c) sum += value[r * columns + c];
      if (sum != truth[r * columns + columns - 1]) return false;
    }
    for (std::size_t c = 0; c + 1 < columns; ++c) {
      std::int64_t sum = 0;
      for (std::size_t r = 0; r + 1 < table.rows(); ++r) sum += value[r * columns + c];
      if (sum != truth[(table.rows() - 1) * columns + c]) return false;
    }
    return true;
  };
  const std::function<void(std::size_t)> go = [&](std::size_t at) {
    if (at == cells.size()) {
      if (!fits()) return;
      range.low = std::min(range.low, value[wanted]);
      range.high = std::max(range.high, value[wanted]);
      return;
    }
    const std::size_t row = cells[at] / columns;
    for (std::int64_t v = 0; v <= truth[row * columns + columns - 1]; ++v) {
      value[cells[at]] = v;
      go(at + 1);
    }
  };
  go(0);
  return range;
}

TEST(RangeOf, IsWhatTryingEveryTableGives) {
  std::mt19937 random(7);
  for (int round = 0; round < 150; ++round) {
    const std::size_t columns = 2 + random() % 2;
    std::vector<std::int64_t> cells(columns * 2);
    for (auto& cell : cells) cell = static_cast<std::int64_t>(random() % 7);
    const CountTable table(cells, columns);
    Hidden hidden(table.rows() * table.columns(), false);
    for (int i = 0; i < 4; ++i) {  // parts only
      hidden[(random() % (table.rows() - 1)) * table.columns() + random() % columns] = true;
    }
    for (std::size_t i = 0; i < hidden.size(); ++i) {
      if (!hidden[i]) continue;
      const Range found = RangeOf(table, hidden, i / table.columns(), i % table.columns());
      const Range tried = Tried(table, hidden, i);
      EXPECT_EQ(found.low, tried.low) << "round " << round;
      EXPECT_EQ(found.high, tried.high) << "round " << round;
    }
  }
}

TEST(Protect, OnRandomTablesNoHiddenCellIsKnownWithinTheThreshold) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const std::size_t columns = 1 + random() % 6;
    std::vector<std::int64_t> cells(columns * (1 + random() % 6));
    for (auto& cell : cells) {
      const auto kind = random() % 4;
      cell = kind == 0 ? 0 : static_cast<std::int64_t>(random() % (kind == 1 ? 6 : 60));
    }
    const std::int64_t threshold = 2 + static_cast<std::int64_t>(random() % 9);
    const CountTable table(cells, columns);
    const Hidden hidden = Protect(table, threshold);
    for (std::size_t i = 0; i < hidden.size(); ++i) {
      const std::int64_t value = table.at(i / table.columns(), i % table.columns());
      if (value > 0 && value < threshold) {
        EXPECT_TRUE(hidden[i]) << "round " << round;
      }
      if (!hidden[i]) continue;
      const Range range = RangeOf(table, hidden, i / table.columns(), i % table.columns());
      EXPECT_LE(range.low, value);
      EXPECT_GE(range.high, value);
      EXPECT_TRUE(range.high == kNoLimit || range.high - range.low >= threshold)
          << "round " << round << ": " << value << " is known to be " << range.low << " to " << range.high;
    }
  }
}

}  // namespace
}  // namespace commonground::publish
