// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "coding/agreement/measures.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <unordered_map>

namespace commonground::coding {

namespace {

std::int64_t RatingsIn(const Pattern& pattern) {
  std::int64_t ratings = 0;
  for (const std::int32_t count : pattern.counts) ratings += count;
  return ratings;
}

// Mean share of each category, over units with a rating.
std::vector<double> Shares(std::span<const Pattern> patterns) {
  std::vector<double> shares(patterns.empty() ? 0 : patterns.front().counts.size(), 0.0);
  double units = 0;
  for (const Pattern& pattern : patterns) {
    const auto ratings = static_cast<double>(RatingsIn(pattern));
    if (ratings == 0) continue;
    const auto weight = static_cast<double>(pattern.units);
    units += weight;
    for (std::size_t k = 0; k < shares.size(); ++k) shares[k] += weight * pattern.counts[k] / ratings;
  }
  for (double& share : shares) share /= std::max(units, 1.0);
  return shares;
}

std::optional<double> Corrected(std::optional<double> agreed, double by_chance) {
  if (!agreed || by_chance >= 1.0 - 1e-15) return std::nullopt;
  return (*agreed - by_chance) / (1.0 - by_chance);
}

// Squared distances of categories; `totals`: how often each was given.
std::vector<double> Distances(Metric metric, std::span<const double> values, std::span<const double> totals) {
  const std::size_t q = totals.size();
  std::vector<double> distances(q * q, 0.0);
  const auto value = [&](std::size_t k) { return values.empty() ? static_cast<double>(k) : values[k]; };
  for (std::size_t c = 0; c < q; ++c) {
    double between = 0;  // ratings from c to k, both included
    for (std::size_t k = c; k < q; ++k) {
      between += totals[k];
      if (k == c) continue;
      double d = 1;
      if (metric == Metric::kInterval) d = value(c) - value(k);
      if (metric == Metric::kRatio) d = value(c) + value(k) == 0 ? 0 : (value(c) - value(k)) / (value(c) + value(k));
      if (metric == Metric::kOrdinal) d = between - (totals[c] + totals[k]) / 2;
      distances[c * q + k] = distances[k * q + c] = d * d;
    }
  }
  return distances;
}

}  // namespace

std::optional<double> PercentAgreement(std::span<const Pattern> patterns) {
  double agreed = 0;
  double units = 0;
  for (const Pattern& pattern : patterns) {
    const auto m = static_cast<double>(RatingsIn(pattern));
    if (m < 2) continue;
    double pairs = 0;
    for (const std::int32_t count : pattern.counts) pairs += static_cast<double>(count) * (count - 1);
    agreed += static_cast<double>(pattern.units) * pairs / (m * (m - 1));
    units += static_cast<double>(pattern.units);
  }
  if (units == 0) return std::nullopt;
  return agreed / units;
}

std::optional<double> CohenKappa(const Ratings& ratings) {
  const auto q = static_cast<std::size_t>(ratings.categories);
  std::vector<double> rows(q, 0.0);
  std::vector<double> columns(q, 0.0);
  double same = 0;
  double all = 0;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    const std::int16_t a = ratings.cells[unit * 2];
    const std::int16_t b = ratings.cells[unit * 2 + 1];
    if (a == Ratings::kMissing || b == Ratings::kMissing) continue;
    ++rows[static_cast<std::size_t>(a)];
    ++columns[static_cast<std::size_t>(b)];
    same += a == b ? 1 : 0;
    ++all;
  }
  if (all == 0) return std::nullopt;
  double by_chance = 0;
  for (std::size_t k = 0; k < q; ++k) by_chance += rows[k] / all * (columns[k] / all);
  return Corrected(same / all, by_chance);
}

std::optional<double> FleissKappa(std::span<const Pattern> patterns) {
  double by_chance = 0;
  for (const double share : Shares(patterns)) by_chance += share * share;
  return Corrected(PercentAgreement(patterns), by_chance);
}

std::optional<double> GwetAc1(std::span<const Pattern> patterns) {
  const std::vector<double> shares = Shares(patterns);
  if (shares.size() < 2) return std::nullopt;
  double by_chance = 0;
  bool varies = false;
  for (const double share : shares) {
    by_chance += share * (1 - share) / static_cast<double>(shares.size() - 1);
    varies = varies || (share > 0 && share < 1);
  }
  if (!varies) return std::nullopt;
  return Corrected(PercentAgreement(patterns), by_chance);
}

std::optional<double> BrennanPrediger(std::span<const Pattern> patterns) {
  const std::vector<double> shares = Shares(patterns);
  if (std::ranges::none_of(shares, [](double share) { return share > 0 && share < 1; })) return std::nullopt;
  return Corrected(PercentAgreement(patterns), 1.0 / static_cast<double>(shares.size()));
}

std::optional<double> KrippendorffAlpha(std::span<const Pattern> patterns, Metric metric,
                                        std::span<const double> values) {
  if (patterns.empty()) return std::nullopt;
  const std::size_t q = patterns.front().counts.size();
  std::vector<double> totals(q, 0.0);  // of ratings that have another one of the same unit beside them
  double n = 0;
  for (const Pattern& pattern : patterns) {
    const auto m = static_cast<double>(RatingsIn(pattern));
    if (m < 2) continue;
    const auto weight = static_cast<double>(pattern.units);
    for (std::size_t k = 0; k < q; ++k) totals[k] += weight * pattern.counts[k];
    n += weight * m;
  }
  const std::vector<double> distances = Distances(metric, values, totals);
  double observed = 0;
  double expected = 0;
  for (const Pattern& pattern : patterns) {
    const auto m = static_cast<double>(RatingsIn(pattern));
    if (m < 2 || pattern.units == 0) continue;
    double of_unit = 0;
    for (std::size_t c = 0; c < q; ++c) {
      if (pattern.counts[c] == 0) continue;
      for (std::size_t k = 0; k < q; ++k) {
        if (c != k) of_unit += static_cast<double>(pattern.counts[c]) * pattern.counts[k] * distances[c * q + k];
      }
    }
    observed += static_cast<double>(pattern.units) * of_unit / (m - 1);
  }
  for (std::size_t c = 0; c < q; ++c) {
    for (std::size_t k = 0; k < q; ++k) expected += totals[c] * totals[k] * distances[c * q + k];
  }
  if (expected == 0) return std::nullopt;
  return 1.0 - (n - 1) * observed / expected;
}

std::optional<double> Measured(Measure measure, Metric metric, std::span<const Pattern> patterns,
                               std::span<const double> values) {
  switch (measure) {
    case Measure::kPercent:
      return PercentAgreement(patterns);
    case Measure::kFleiss:
      return FleissKappa(patterns);
    case Measure::kAc1:
      return GwetAc1(patterns);
    case Measure::kBrennanPrediger:
      return BrennanPrediger(patterns);
    case Measure::kAlpha:
      break;
  }
  return KrippendorffAlpha(patterns, metric, values);
}

std::optional<Interval> Bootstrap(const Ratings& ratings, Measure measure, Metric metric, int resamples, double level,
                                  std::uint64_t seed) {
  std::vector<std::int32_t> pattern_of_unit;
  std::vector<Pattern> patterns = PatternsOf(ratings, ratings.cluster.empty() ? nullptr : &pattern_of_unit);
  if (!Measured(measure, metric, patterns, ratings.values)) return std::nullopt;
  std::mt19937_64 random(seed);

  // Units that are alike are drawn together: a multinomial draw, one binomial a pattern.
  std::vector<std::int64_t> units;
  for (const Pattern& pattern : patterns) units.push_back(pattern.units);
  const auto draw_units = [&] {
    auto left = static_cast<std::int64_t>(ratings.units());
    auto rest = left;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const double share = rest == 0 ? 0 : static_cast<double>(units[i]) / static_cast<double>(rest);
      patterns[i].units = share >= 1 ? left : std::binomial_distribution<std::int64_t>(left, share)(random);
      left -= patterns[i].units;
      rest -= units[i];
    }
  };
  std::vector<std::vector<std::pair<std::int32_t, std::int64_t>>> clusters;
  if (!ratings.cluster.empty()) {
    std::unordered_map<std::int32_t, std::unordered_map<std::int32_t, std::int64_t>> counted;
    std::vector<std::int32_t> order;
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
      auto& of_cluster = counted[ratings.cluster[unit]];
      if (of_cluster.empty()) order.push_back(ratings.cluster[unit]);
      ++of_cluster[pattern_of_unit[unit]];
    }
    for (const std::int32_t name : order) {
      clusters.emplace_back(counted[name].begin(), counted[name].end());
      std::ranges::sort(clusters.back());
    }
  }
  const auto draw_clusters = [&] {
    for (Pattern& pattern : patterns) pattern.units = 0;
    std::uniform_int_distribution<std::size_t> any(0, clusters.size() - 1);
    for (std::size_t i = 0; i < clusters.size(); ++i) {
      for (const auto& [pattern, count] : clusters[any(random)])
        patterns[static_cast<std::size_t>(pattern)].units += count;
    }
  };

  Interval interval;
  interval.resamples = resamples;
  interval.level = level;
  interval.seed = seed;
  std::vector<double> drawn;
  for (int i = 0; i < resamples; ++i) {
    clusters.empty() ? draw_units() : draw_clusters();
    const auto value = Measured(measure, metric, patterns, ratings.values);
    if (value) drawn.push_back(*value);
  }
  interval.undefined = resamples - static_cast<int>(drawn.size());
  if (drawn.empty() || interval.undefined * 10 > resamples) return std::nullopt;
  std::ranges::sort(drawn);
  const auto at = [&](double share) {
    return drawn[static_cast<std::size_t>(std::lround(share * static_cast<double>(drawn.size() - 1)))];
  };
  interval.low = at((1 - level) / 2);
  interval.high = at((1 + level) / 2);
  return interval;
}

}  // namespace commonground::coding
