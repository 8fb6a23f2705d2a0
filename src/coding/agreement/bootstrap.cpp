// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Units that are alike are drawn together: n draws over a few kinds of units are one multinomial draw, made of one
// binomial a kind, so that 10,000 units cost no more than their 35 patterns.
#include "coding/agreement/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <thread>
#include <unordered_map>

namespace commonground::coding {

namespace {

// What is drawn: kinds of rows, and how many units of each a cluster has.
struct Hypergeometric {
  RowKinds kinds;
  std::vector<std::int32_t> pattern_of_kind;
  std::vector<Pattern> patterns;
  std::vector<std::int64_t> groups;  // units of each group
  // What each cluster has, one after the other: a group, and how many of its units.
  std::vector<std::size_t> cluster_begin;  // one more than clusters; empty: units are drawn
  std::vector<std::pair<std::int32_t, std::int64_t>> shares;

  std::size_t clusters() const { return cluster_begin.empty() ? 0 : cluster_begin.size() - 1; }
};

// A group is a kind where Cohen's kappa is asked, else a pattern: there are fewer.
Hypergeometric UrnOf(const Ratings& ratings, bool by_kind) {
  Hypergeometric urn;
  urn.kinds = KindsOf(ratings);
  urn.patterns = PatternsOf(ratings, urn.kinds, urn.pattern_of_kind);
  if (by_kind) {
    urn.groups = urn.kinds.units;
  } else {
    for (const Pattern& pattern : urn.patterns) urn.groups.push_back(pattern.units);
  }
  if (ratings.cluster.empty()) return urn;
  std::unordered_map<std::int32_t, std::size_t> place;
  std::vector<std::vector<std::pair<std::int32_t, std::int64_t>>> clusters;
  for (std::size_t row = 0; row < ratings.rows(); ++row) {
    const auto [at, is_new] = place.try_emplace(ratings.cluster[row], clusters.size());
    if (is_new) clusters.emplace_back();
    const std::int32_t kind = urn.kinds.kind_of_row[row];
    const std::int32_t group = by_kind ? kind : urn.pattern_of_kind[static_cast<std::size_t>(kind)];
    auto& cluster = clusters[at->second];
    const auto same = std::ranges::find(cluster, group, &std::pair<std::int32_t, std::int64_t>::first);
    if (same == cluster.end()) {
      cluster.emplace_back(group, ratings.weight(row));
    } else {
      same->second += ratings.weight(row);
    }
  }
  for (const auto& cluster : clusters) {
    urn.cluster_begin.push_back(urn.shares.size());
    urn.shares.insert(urn.shares.end(), cluster.begin(), cluster.end());
  }
  urn.cluster_begin.push_back(urn.shares.size());
  return urn;
}

void DrawUnits(const Hypergeometric& urn, std::span<std::int64_t> drawn, RandomBits& random) {
  std::int64_t rest = 0;
  for (const std::int64_t units : urn.groups) rest += units;
  std::int64_t left = rest;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const double share = rest == 0 ? 0 : static_cast<double>(urn.groups[i]) / static_cast<double>(rest);
    drawn[i] = share >= 1 ? left : std::binomial_distribution<std::int64_t>(left, share)(random);
    left -= drawn[i];
    rest -= urn.groups[i];
  }
}

void DrawClusters(const Hypergeometric& urn, std::span<std::int64_t> drawn, RandomBits& random) {
  std::ranges::fill(drawn, 0);
  std::uniform_int_distribution<std::size_t> any(0, urn.clusters() - 1);
  for (std::size_t i = 0; i < urn.clusters(); ++i) {
    const std::size_t cluster = any(random);
    for (std::size_t share = urn.cluster_begin[cluster]; share < urn.cluster_begin[cluster + 1]; ++share) {
      drawn[static_cast<std::size_t>(urn.shares[share].first)] += urn.shares[share].second;
    }
  }
}

}  // namespace

std::vector<std::optional<Interval>> IntervalsOf(std::size_t statistics, const BootstrapPlan& plan,
                                                 const std::function<Resample()>& make_resample) {
  const auto resamples = static_cast<std::size_t>(std::max(plan.resamples, 0));
  std::vector<double> values(resamples * statistics);  // a resample after the other
  const auto take = [&](std::size_t from, std::size_t to) {
    const Resample resample = make_resample();
    for (std::size_t i = from; i < to; ++i) {
      RandomBits random(plan.seed, i);
      resample(random, std::span(values).subspan(i * statistics, statistics));
    }
  };
  const auto workers = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(plan.threads, 1)), 1,
                                               std::max<std::size_t>(resamples, 1));
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < workers; ++i) {
      threads.emplace_back(take, resamples * i / workers, resamples * (i + 1) / workers);
    }
    take(0, resamples / workers);
  }
  std::vector<std::optional<Interval>> intervals;
  for (std::size_t statistic = 0; statistic < statistics; ++statistic) {
    std::vector<double> drawn;
    for (std::size_t i = 0; i < resamples; ++i) {
      const double value = values[i * statistics + statistic];
      if (!std::isnan(value)) drawn.push_back(value);
    }
    const std::size_t undefined = resamples - drawn.size();
    if (drawn.empty() || undefined * 10 > resamples) {
      intervals.emplace_back();
      continue;
    }
    std::ranges::sort(drawn);
    const auto at = [&](double share) {
      return drawn[static_cast<std::size_t>(std::lround(share * static_cast<double>(drawn.size() - 1)))];
    };
    intervals.push_back(Interval{at((1 - plan.level) / 2), at((1 + plan.level) / 2), static_cast<int>(undefined)});
  }
  return intervals;
}

std::vector<std::optional<Interval>> Bootstrap(const Ratings& ratings, std::span<const MeasureSpec> asked,
                                               const BootstrapPlan& plan) {
  const bool by_kind =
      std::ranges::any_of(asked, [](const MeasureSpec& one) { return one.measure == Measure::kCohen; });
  const Hypergeometric urn = UrnOf(ratings, by_kind);
  if (ratings.rows() == 0 || urn.clusters() == 1) return std::vector<std::optional<Interval>>(asked.size());
  auto intervals = IntervalsOf(asked.size(), plan, [&]() -> Resample {
    return [&, patterns = urn.patterns, drawn = std::vector<std::int64_t>(urn.groups.size())](
               RandomBits& random, std::span<double> values) mutable {
      urn.clusters() == 0 ? DrawUnits(urn, drawn, random) : DrawClusters(urn, drawn, random);
      for (Pattern& pattern : patterns) pattern.units = 0;
      for (std::size_t i = 0; i < drawn.size(); ++i) {
        patterns[by_kind ? static_cast<std::size_t>(urn.pattern_of_kind[i]) : i].units += drawn[i];
      }
      for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto value = asked[i].measure == Measure::kCohen ? CohenKappa(ratings, urn.kinds, drawn)
                                                               : Measured(asked[i], patterns, ratings.values);
        values[i] = value.value_or(std::numeric_limits<double>::quiet_NaN());
      }
    };
  });
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const auto value =
        asked[i].measure == Measure::kCohen ? CohenKappa(ratings) : Measured(asked[i], urn.patterns, ratings.values);
    if (!value) intervals[i].reset();
  }
  return intervals;
}

}  // namespace commonground::coding
