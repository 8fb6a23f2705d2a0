// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who gave which unit which category: what every measure of agreement is computed from.
#pragma once

#include <cstdint>
#include <vector>

namespace commonground::coding {

// Units are characters, sentences, paragraphs, segments or documents: the caller's choice.
struct Ratings {
  static constexpr std::int16_t kMissing = -1;
  int coders = 0;
  int categories = 0;                 // of the codebook, not only those that were used: it changes AC1
  std::vector<double> values;         // of each category, for interval and ratio; empty: 0, 1, 2 ...
  std::vector<std::int16_t> cells;    // row after row, a cell a coder; kMissing or 0 .. categories-1
  std::vector<std::int64_t> weights;  // of each row: how many units were rated so; empty: each is one unit
  std::vector<std::int32_t> cluster;  // of each row, e.g. its document; empty: every unit by itself

  std::size_t rows() const { return coders == 0 ? 0 : cells.size() / static_cast<std::size_t>(coders); }
  std::int64_t weight(std::size_t row) const { return weights.empty() ? 1 : weights[row]; }
};

// Rows with the same cells, whatever their weight: Cohen's kappa is computed from these.
struct RowKinds {
  std::vector<std::size_t> first_row;  // of each kind; kinds are in the order of their cells
  std::vector<std::int64_t> units;     // of each kind
  std::vector<std::int32_t> kind_of_row;
};
// Cost: O(cells).
RowKinds KindsOf(const Ratings& ratings);

// Units in which the categories were given equally often count alike in every measure of this folder (Cohen's kappa
// apart): `counts[k]` coders gave category k, in `units` units.
struct Pattern {
  std::vector<std::int32_t> counts;
  std::int64_t units = 0;
};

// In the order of the counts, so that the same ratings always give the same patterns.
// Cost: O(cells).
std::vector<Pattern> PatternsOf(const Ratings& ratings);
// The same of kinds; `pattern_of_kind` gets the place of each.
std::vector<Pattern> PatternsOf(const Ratings& ratings, const RowKinds& kinds,
                                std::vector<std::int32_t>& pattern_of_kind);

}  // namespace commonground::coding
