// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who gave which unit which category: what every measure of agreement is computed from.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace commonground::coding {

// Units are characters, sentences, paragraphs, segments or documents: the caller's choice.
struct Ratings {
  static constexpr std::int16_t kMissing = -1;
  int coders = 0;
  int categories = 0;                 // of the codebook, not only those that were used: it changes AC1
  std::vector<double> values;         // of each category, for interval and ratio; empty: 0, 1, 2 ...
  std::vector<std::int16_t> cells;    // unit after unit, a cell a coder; kMissing or 0 .. categories-1
  std::vector<std::int32_t> cluster;  // of each unit, e.g. its document; empty: every unit by itself

  std::size_t units() const { return coders == 0 ? 0 : cells.size() / static_cast<std::size_t>(coders); }
};

// Units in which the categories were given equally often count alike in every measure of this folder (Cohen's kappa
// apart): `counts[k]` coders gave category k, in `units` units.
struct Pattern {
  std::vector<std::int32_t> counts;
  std::int64_t units = 0;
};

// Cost: O(cells).  Order: that of the counts, so that the same ratings always give the same patterns.
inline std::vector<Pattern> PatternsOf(const Ratings& ratings, std::vector<std::int32_t>* pattern_of_unit = nullptr) {
  std::map<std::vector<std::int32_t>, std::int64_t> found;
  const auto coders = static_cast<std::size_t>(ratings.coders);
  const auto counts_of = [&](std::size_t unit) {
    std::vector<std::int32_t> counts(static_cast<std::size_t>(ratings.categories), 0);
    for (std::size_t coder = 0; coder < coders; ++coder) {
      const std::int16_t cell = ratings.cells[unit * coders + coder];
      if (cell != Ratings::kMissing) ++counts[static_cast<std::size_t>(cell)];
    }
    return counts;
  };
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) ++found[counts_of(unit)];
  std::vector<Pattern> patterns;
  for (const auto& [counts, units] : found) patterns.push_back({counts, units});
  if (pattern_of_unit != nullptr) {
    std::map<std::vector<std::int32_t>, std::int32_t> place;
    for (const Pattern& pattern : patterns) place.emplace(pattern.counts, static_cast<std::int32_t>(place.size()));
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) pattern_of_unit->push_back(place.at(counts_of(unit)));
  }
  return patterns;
}

}  // namespace commonground::coding
