// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes a table of ratings of units by coders.

#include "coding/agreement/ratings.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace commonground::coding {

RowKinds KindsOf(const Ratings& ratings) {
  const auto coders = static_cast<std::size_t>(ratings.coders);
  const auto cells_of = [&](std::size_t row) {
    return std::string_view(reinterpret_cast<const char*>(ratings.cells.data() + row * coders),
                            coders * sizeof(std::int16_t));
  };
  RowKinds found;  // in the order of their first row
  std::unordered_map<std::string_view, std::int32_t> place;
  found.kind_of_row.reserve(ratings.rows());
  for (std::size_t row = 0; row < ratings.rows(); ++row) {
    const auto [at, is_new] = place.try_emplace(cells_of(row), static_cast<std::int32_t>(found.first_row.size()));
    if (is_new) {
      found.first_row.push_back(row);
      found.units.push_back(0);
    }
    found.kind_of_row.push_back(at->second);
    found.units[static_cast<std::size_t>(at->second)] += ratings.weight(row);
  }
  std::vector<std::size_t> order(found.first_row.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    const auto* first = ratings.cells.data() + found.first_row[a] * coders;
    const auto* second = ratings.cells.data() + found.first_row[b] * coders;
    return std::lexicographical_compare(first, first + coders, second, second + coders);
  });
  RowKinds kinds;
  std::vector<std::int32_t> now(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    now[order[i]] = static_cast<std::int32_t>(i);
    kinds.first_row.push_back(found.first_row[order[i]]);
    kinds.units.push_back(found.units[order[i]]);
  }
  kinds.kind_of_row = std::move(found.kind_of_row);
  for (std::int32_t& kind : kinds.kind_of_row) kind = now[static_cast<std::size_t>(kind)];
  return kinds;
}

std::vector<Pattern> PatternsOf(const Ratings& ratings, const RowKinds& kinds,
                                std::vector<std::int32_t>& pattern_of_kind) {
  const auto coders = static_cast<std::size_t>(ratings.coders);
  std::vector<std::vector<std::int32_t>> counts_of;
  std::map<std::vector<std::int32_t>, std::int64_t> found;
  for (std::size_t kind = 0; kind < kinds.first_row.size(); ++kind) {
    std::vector<std::int32_t> counts(static_cast<std::size_t>(ratings.categories), 0);
    for (std::size_t coder = 0; coder < coders; ++coder) {
      const std::int16_t cell = ratings.cells[kinds.first_row[kind] * coders + coder];
      if (cell != Ratings::kMissing) ++counts[static_cast<std::size_t>(cell)];
    }
    found[counts] += kinds.units[kind];
    counts_of.push_back(std::move(counts));
  }
  std::vector<Pattern> patterns;
  for (const auto& [counts, units] : found) patterns.push_back({counts, units});
  pattern_of_kind.clear();
  for (const auto& counts : counts_of) {
    const auto at = std::ranges::lower_bound(patterns, counts, {}, &Pattern::counts);
    pattern_of_kind.push_back(static_cast<std::int32_t>(at - patterns.begin()));
  }
  return patterns;
}

std::vector<Pattern> PatternsOf(const Ratings& ratings) {
  std::vector<std::int32_t> pattern_of_kind;
  return PatternsOf(ratings, KindsOf(ratings), pattern_of_kind);
}

}  // namespace commonground::coding
