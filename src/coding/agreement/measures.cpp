// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The formulas of agreement, each with its author and year.

#include "coding/agreement/measures.h"

#include <algorithm>
#include <cmath>

#include "core/check.h"

namespace commonground::coding {

namespace {

constexpr double kNothing = 1e-15;

std::int64_t RatingsIn(const Pattern& pattern) {
  std::int64_t ratings = 0;
  for (const std::int32_t count : pattern.counts) ratings += count;
  return ratings;
}

std::optional<double> Corrected(std::optional<double> agreed, double by_chance) {
  if (!agreed || by_chance >= 1.0 - kNothing) return std::nullopt;
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

// How often the two coders gave each pair of categories, as shares; empty: no unit has both.
struct PairTable {
  std::size_t q = 0;
  double units = 0;
  std::vector<double> shares;  // row: the first coder's category
  std::vector<double> rows;
  std::vector<double> columns;

  double at(std::size_t a, std::size_t b) const { return shares[a * q + b]; }
};

PairTable TableOf(const Ratings& ratings, const RowKinds& kinds, std::span<const std::int64_t> units) {
  PairTable table;
  table.q = static_cast<std::size_t>(ratings.categories);
  table.shares.assign(table.q * table.q, 0.0);
  table.rows.assign(table.q, 0.0);
  table.columns.assign(table.q, 0.0);
  for (std::size_t kind = 0; kind < kinds.first_row.size(); ++kind) {
    const std::int16_t a = ratings.cells[kinds.first_row[kind] * 2];
    const std::int16_t b = ratings.cells[kinds.first_row[kind] * 2 + 1];
    if (a == Ratings::kMissing || b == Ratings::kMissing) continue;
    const auto weight = static_cast<double>(units[kind]);
    table.units += weight;
    table.shares[static_cast<std::size_t>(a) * table.q + static_cast<std::size_t>(b)] += weight;
    table.rows[static_cast<std::size_t>(a)] += weight;
    table.columns[static_cast<std::size_t>(b)] += weight;
  }
  const double all = std::max(table.units, 1.0);
  for (auto* list : {&table.shares, &table.rows, &table.columns}) {
    for (double& share : *list) share /= all;
  }
  return table;
}

// Fleiss, Cohen and Everitt 1969, formula 8.
double CohenError(const PairTable& table, double agreed, double by_chance) {
  double first = 0;
  double second = 0;
  for (std::size_t a = 0; a < table.q; ++a) {
    const double margins = table.rows[a] + table.columns[a];
    first += table.at(a, a) * std::pow((1 - by_chance) - margins * (1 - agreed), 2);
    for (std::size_t b = 0; b < table.q; ++b) {
      if (a != b) second += table.at(a, b) * std::pow(table.columns[a] + table.rows[b], 2);
    }
  }
  const double third = std::pow(agreed * by_chance - 2 * by_chance + agreed, 2);
  const double variance = first + (1 - agreed) * (1 - agreed) * second - third;
  return std::sqrt(std::max(variance, 0.0) / table.units) / ((1 - by_chance) * (1 - by_chance));
}

std::optional<Cohen> CohenFrom(const PairTable& table) {
  if (table.units == 0) return std::nullopt;
  Cohen cohen;
  double most = 0;
  for (std::size_t k = 0; k < table.q; ++k) {
    cohen.agreed += table.at(k, k);
    cohen.by_chance += table.rows[k] * table.columns[k];
    most += std::min(table.rows[k], table.columns[k]);
  }
  const auto kappa = Corrected(cohen.agreed, cohen.by_chance);
  if (!kappa) return std::nullopt;
  cohen.kappa = *kappa;
  cohen.highest = *Corrected(most, cohen.by_chance);
  cohen.standard_error = CohenError(table, cohen.agreed, cohen.by_chance);
  return cohen;
}

}  // namespace

std::vector<double> CategoryShares(std::span<const Pattern> patterns) {
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

std::optional<Cohen> CohenOf(const Ratings& ratings) {
  const RowKinds kinds = KindsOf(ratings);
  return CohenFrom(TableOf(ratings, kinds, kinds.units));
}

std::optional<double> CohenKappa(const Ratings& ratings) {
  const auto cohen = CohenOf(ratings);
  if (!cohen) return std::nullopt;
  return cohen->kappa;
}

std::optional<double> CohenKappa(const Ratings& ratings, const RowKinds& kinds, std::span<const std::int64_t> units) {
  const auto cohen = CohenFrom(TableOf(ratings, kinds, units));
  if (!cohen) return std::nullopt;
  return cohen->kappa;
}

std::optional<double> WeightedKappa(const Ratings& ratings, Weighting weighting) {
  const RowKinds kinds = KindsOf(ratings);
  const PairTable table = TableOf(ratings, kinds, kinds.units);
  double observed = 0;
  double expected = 0;
  for (std::size_t a = 0; a < table.q; ++a) {
    for (std::size_t b = 0; b < table.q; ++b) {
      const double apart = std::abs(static_cast<double>(a) - static_cast<double>(b));
      const double distance = weighting == Weighting::kLinear ? apart : apart * apart;
      observed += distance * table.at(a, b);
      expected += distance * table.rows[a] * table.columns[b];
    }
  }
  if (expected < kNothing) return std::nullopt;
  return 1 - observed / expected;
}

std::optional<double> FleissKappa(std::span<const Pattern> patterns) {
  double by_chance = 0;
  for (const double share : CategoryShares(patterns)) by_chance += share * share;
  return Corrected(PercentAgreement(patterns), by_chance);
}

std::optional<double> FleissKappaOf(std::span<const Pattern> patterns, std::size_t category) {
  std::vector<Pattern> against;
  for (const Pattern& pattern : patterns) {
    const std::int32_t of_it = pattern.counts[category];
    against.push_back({{of_it, static_cast<std::int32_t>(RatingsIn(pattern)) - of_it}, pattern.units});
  }
  return FleissKappa(against);
}

std::optional<double> FleissStandardError(std::span<const Pattern> patterns) {
  std::int64_t ratings = 0;
  double units = 0;
  for (const Pattern& pattern : patterns) {
    if (pattern.units == 0) continue;
    if (ratings != 0 && RatingsIn(pattern) != ratings) return std::nullopt;
    ratings = RatingsIn(pattern);
    units += static_cast<double>(pattern.units);
  }
  double spread = 0;
  double skew = 0;
  for (const double p : CategoryShares(patterns)) {
    spread += p * (1 - p);
    skew += p * (1 - p) * (1 - 2 * p);
  }
  if (ratings < 2 || spread < kNothing) return std::nullopt;
  const auto n = static_cast<double>(ratings);
  return std::sqrt(2 * std::max(spread * spread - skew, 0.0) / (units * n * (n - 1))) / spread;
}

std::optional<double> GwetAc1(std::span<const Pattern> patterns) {
  const std::vector<double> shares = CategoryShares(patterns);
  if (shares.size() < 2) return std::nullopt;
  double by_chance = 0;
  for (const double share : shares) by_chance += share * (1 - share) / static_cast<double>(shares.size() - 1);
  return Corrected(PercentAgreement(patterns), by_chance);
}

std::optional<double> BrennanPrediger(std::span<const Pattern> patterns) {
  if (patterns.empty()) return std::nullopt;
  return Corrected(PercentAgreement(patterns), 1.0 / static_cast<double>(patterns.front().counts.size()));
}

std::optional<Alpha> AlphaOf(std::span<const Pattern> patterns, Metric metric, std::span<const double> values) {
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
  return Alpha{observed / n, expected / (n * (n - 1)), static_cast<std::int64_t>(n),
               1.0 - (n - 1) * observed / expected};
}

std::optional<double> KrippendorffAlpha(std::span<const Pattern> patterns, Metric metric,
                                        std::span<const double> values) {
  const auto alpha = AlphaOf(patterns, metric, values);
  if (!alpha) return std::nullopt;
  return alpha->alpha;
}

std::optional<double> Measured(const MeasureSpec& asked, std::span<const Pattern> patterns,
                               std::span<const double> values) {
  switch (asked.measure) {
    case Measure::kPercent:
      return PercentAgreement(patterns);
    case Measure::kFleiss:
      return FleissKappa(patterns);
    case Measure::kAc1:
      return GwetAc1(patterns);
    case Measure::kBrennanPrediger:
      return BrennanPrediger(patterns);
    case Measure::kCohen:
      CG_CHECK(false, "Cohen's kappa asks who gave which category: it is not computed from patterns");
    case Measure::kAlpha:
      break;
  }
  return KrippendorffAlpha(patterns, asked.metric, values);
}

}  // namespace commonground::coding
