// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Measures of agreement between coders (METHODS 6).  nullopt everywhere: undefined, because there is no variation (or
// no unit with two ratings); never 0 or 1.
//
// Threads: any.  Cost: O(patterns x categories squared).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "coding/agreement/ratings.h"

namespace commonground::coding {

// Share of pairs of ratings of one unit that agree, averaged over units with two ratings or more.
std::optional<double> PercentAgreement(std::span<const Pattern> patterns);

// J. Cohen 1960, doi:10.1177/001316446002000104.  Two coders; units that one of them left out do not count.
// Requires: ratings.coders == 2.
std::optional<double> CohenKappa(const Ratings& ratings);

// J. L. Fleiss 1971, doi:10.1037/h0031619; where ratings are missing as K. L. Gwet 2014 has it: chance from all units
// with a rating, agreement from those with two.  With two coders and nothing missing it is Scott's pi.
std::optional<double> FleissKappa(std::span<const Pattern> patterns);

// K. L. Gwet 2008, doi:10.1348/000711006X126600.
std::optional<double> GwetAc1(std::span<const Pattern> patterns);

// R. L. Brennan and D. J. Prediger 1981, doi:10.1177/001316448104100307.
std::optional<double> BrennanPrediger(std::span<const Pattern> patterns);

enum class Metric { kNominal, kOrdinal, kInterval, kRatio };
// K. Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".  `values` of the categories, for interval and
// ratio.
std::optional<double> KrippendorffAlpha(std::span<const Pattern> patterns, Metric metric,
                                        std::span<const double> values);

enum class Measure { kPercent, kFleiss, kAc1, kBrennanPrediger, kAlpha };
std::optional<double> Measured(Measure measure, Metric metric, std::span<const Pattern> patterns,
                               std::span<const double> values);

// Percentile interval of a bootstrap: units are drawn again, or clusters (documents) where ratings.cluster names them.
struct Interval {
  double low = 0;
  double high = 0;
  int resamples = 0;
  int undefined = 0;  // of them: no variation
  double level = 0;
  std::uint64_t seed = 0;
};
// nullopt: the measure is undefined, or was in more than a tenth of the resamples.
// Cost: 1,000 resamples of 10,000 units, 3 coders, 5 categories: milliseconds (units alike are drawn together).
std::optional<Interval> Bootstrap(const Ratings& ratings, Measure measure, Metric metric, int resamples, double level,
                                  std::uint64_t seed);

}  // namespace commonground::coding
