// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The heaviest rising row of runs.  A tree over where runs end in the new text holds the best row that ends at or
// before each place (P. Fenwick, "A new data structure for cumulative frequency tables", 1994, with maxima in place of
// sums).

#include "coding/anchoring/runs_in_order.h"

#include <algorithm>

namespace commonground::coding {

namespace {

struct RowOfRuns {
  std::size_t letters = 0;
  std::size_t last = 0;  // its last run; of rows with as many letters the first run is taken

  bool IsBetterThan(const RowOfRuns& other) const {
    return letters > other.letters || (letters == other.letters && last < other.last);
  }
};

class BestRows {
 public:
  explicit BestRows(std::size_t places) : tree_(places + 1) {}
  // The best that ends at one of the first `places`.
  RowOfRuns Before(std::size_t places) const {
    RowOfRuns best;
    for (std::size_t i = places; i > 0; i &= i - 1) {
      if (tree_[i].IsBetterThan(best)) best = tree_[i];
    }
    return best;
  }
  void Put(std::size_t place, const RowOfRuns& row) {
    for (std::size_t i = place + 1; i < tree_.size(); i += i & (~i + 1)) {
      if (row.IsBetterThan(tree_[i])) tree_[i] = row;
    }
  }

 private:
  std::vector<RowOfRuns> tree_;
};

}  // namespace

std::vector<Run> RunsInOrder(std::span<const Run> runs) {
  std::vector<std::size_t> ends;
  ends.reserve(runs.size());
  for (const Run& run : runs) ends.push_back(run.new_start + run.length);
  std::ranges::sort(ends);
  const auto places_until = [&](std::size_t end) {
    return static_cast<std::size_t>(std::ranges::upper_bound(ends, end) - ends.begin());
  };
  BestRows rows(ends.size());
  std::vector<std::size_t> before(runs.size(), runs.size());
  RowOfRuns best{0, runs.size()};
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const RowOfRuns above = rows.Before(places_until(runs[i].new_start));
    if (above.letters > 0) before[i] = above.last;
    const RowOfRuns mine{above.letters + runs[i].length, i};
    rows.Put(places_until(runs[i].new_start + runs[i].length) - 1, mine);
    if (mine.letters > best.letters) best = mine;
  }
  std::vector<Run> in_order;
  for (std::size_t i = best.last; i != runs.size(); i = before[i]) in_order.push_back(runs[i]);
  std::ranges::reverse(in_order);
  return in_order;
}

}  // namespace commonground::coding
