// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Alpha for unitizing: do two coders mark the same stretches of a text?  Two families, never to be mixed:
// - u-alpha: K. Krippendorff, Y. Mathet, S. Bouvry and A. Widlöcher 2016, doi:10.1007/s11135-015-0266-1, by the length
//   of what their units have in common;
// - alpha_U: K. Krippendorff 1995, doi:10.2307/271061 (and Content Analysis, 2nd ed. 2004), by squared distances of
//   their units' ends.
// Two coders only: for more, public implementations differ, and no published value is at hand to decide.  A text of
// several documents is their texts laid end to end.  nullopt: nobody marked anything, or everything is one value.
//
// Requires: units of one coder do not overlap (run it a code at a time), and lie within the text.
// Threads:  any.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "coding/agreement/bootstrap.h"
#include "core/text_range.h"

namespace commonground::coding {

// What one coder marked, in order.
struct UnitizedText {
  core::TextRange range;
  int category = 0;  // 0 .. categories-1
};
using TwoCoders = std::array<std::vector<UnitizedText>, 2>;

// Length-weighted coincidences: what u-alpha is computed from.  Value `categories` stands for the gaps.
struct Coincidences {
  int categories = 0;
  std::vector<double> observed;  // (categories+1) squared, both orders of the coders
  std::vector<double> lengths;   // of each value, over both coders
  std::vector<double> squares;   // sum of squared lengths of its units; of gaps, their length

  double at(int a, int b) const { return observed[static_cast<std::size_t>(a * (categories + 1) + b)]; }
  // Adds a text laid behind this one.
  void Add(const Coincidences& other);
};
// Cost: O(units).
Coincidences CoincidencesOf(const TwoCoders& marked, int categories, std::int64_t length);
// What is left without gaps; only stretches that both marked.
Coincidences WithoutGaps(const TwoCoders& marked, int categories, std::int64_t length);

// u-alpha: all values, gaps among them.
std::optional<double> UAlpha(const Coincidences& coincidences);
// |u-alpha: marked or not, whatever as.  Of one code it is the agreement on where the code is.
std::optional<double> BinaryUAlpha(const Coincidences& coincidences);
// cu-alpha and (k)u-alpha, of WithoutGaps: how what both marked was called; `category` against all others.
std::optional<double> CuAlpha(const Coincidences& without_gaps);
std::optional<double> KuAlpha(const Coincidences& without_gaps, int category);

// Documents are drawn.  nullopt as Bootstrap.
std::optional<Interval> BootstrapBinaryUAlpha(std::span<const Coincidences> documents, const BootstrapPlan& plan);

// Disagreement of the 1995 family, for one category; alpha_U = 1 - observed / expected.
struct AlphaU {
  double observed = 0;
  double expected = 0;
  std::optional<double> alpha() const;
};
// Marks of other categories are gaps.  Cost: O(units log units).
AlphaU AlphaUOf(const TwoCoders& marked, int category, std::int64_t length);

}  // namespace commonground::coding
