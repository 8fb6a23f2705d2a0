// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Measures of agreement between coders (METHODS 6).  nullopt everywhere: undefined, because no unit has two
// ratings, or, where chance is taken from the shares of the ratings (kappa, alpha), because all are in one category.
// Percent agreement, AC1 and Brennan-Prediger are 1 there: their chance is 0 and one over the number of categories.
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

// Mean share of each category, over units with a rating.
std::vector<double> CategoryShares(std::span<const Pattern> patterns);

// J. Cohen 1960, doi:10.1177/001316446002000104.  Two coders; units that one of them left out do not count.
struct Cohen {
  double agreed = 0;     // p_o
  double by_chance = 0;  // p_e
  double kappa = 0;
  double standard_error = 0;  // of large samples; J. L. Fleiss, J. Cohen and B. S. Everitt 1969, doi:10.1037/h0028106
  double highest = 0;         // the kappa that these shares of both coders could reach
};
// Requires: ratings.coders == 2.
std::optional<Cohen> CohenOf(const Ratings& ratings);
std::optional<double> CohenKappa(const Ratings& ratings);
// `units` of each kind in place of those that it has; used by the bootstrap.
std::optional<double> CohenKappa(const Ratings& ratings, const RowKinds& kinds, std::span<const std::int64_t> units);

// Disagreement by the distance of categories, linear or squared: J. Cohen 1968, doi:10.1037/h0026256.
// Requires: ratings.coders == 2.
enum class Weighting { kLinear, kQuadratic };
std::optional<double> WeightedKappa(const Ratings& ratings, Weighting weighting);

// J. L. Fleiss 1971, doi:10.1037/h0031619; where ratings are missing as K. L. Gwet 2014 has it: chance from all units
// with a rating, agreement from those with two.  With two coders and nothing missing it is Scott's pi.
std::optional<double> FleissKappa(std::span<const Pattern> patterns);
// Of one category against all others.
std::optional<double> FleissKappaOf(std::span<const Pattern> patterns, std::size_t category);
// If there were no agreement beyond chance: J. L. Fleiss, J. C. M. Nee and J. R. Landis 1979,
// doi:10.1037/0033-2909.86.5.974.  nullopt also where units differ in how many ratings they have.
std::optional<double> FleissStandardError(std::span<const Pattern> patterns);

// K. L. Gwet 2008, doi:10.1348/000711006X126600.
std::optional<double> GwetAc1(std::span<const Pattern> patterns);

// R. L. Brennan and D. J. Prediger 1981, doi:10.1177/001316448104100307.
std::optional<double> BrennanPrediger(std::span<const Pattern> patterns);

enum class Metric { kNominal, kOrdinal, kInterval, kRatio };
// K. Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".  `values` of the categories, for interval and
// ratio.
struct Alpha {
  double observed = 0;        // disagreement, D_o
  double expected = 0;        // D_e
  std::int64_t pairable = 0;  // ratings that have another one of the same unit beside them, n
  double alpha = 0;
};
std::optional<Alpha> AlphaOf(std::span<const Pattern> patterns, Metric metric, std::span<const double> values);
std::optional<double> KrippendorffAlpha(std::span<const Pattern> patterns, Metric metric,
                                        std::span<const double> values);

enum class Measure { kPercent, kCohen, kFleiss, kAc1, kBrennanPrediger, kAlpha };
struct MeasureSpec {
  Measure measure = Measure::kAlpha;
  Metric metric = Metric::kNominal;  // of alpha
};
// Every measure but Cohen's kappa.
std::optional<double> Measured(const MeasureSpec& asked, std::span<const Pattern> patterns,
                               std::span<const double> values);

}  // namespace commonground::coding
