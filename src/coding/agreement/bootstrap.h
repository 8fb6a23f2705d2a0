// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How sure a measure of agreement is: percentile intervals of a bootstrap (B. Efron 1979, doi:10.1214/aos/1176344552).
// Units are drawn again, with replacement, or whole clusters of them (documents) where ratings.cluster names them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "coding/agreement/measures.h"
#include "coding/agreement/ratings.h"

namespace commonground::coding {

struct BootstrapPlan {
  int resamples = 1000;
  double level = 0.95;
  std::uint64_t seed = 1;
  int threads = 1;  // the answer is the same, whatever their number
};

struct Interval {
  double low = 0;
  double high = 0;
  int undefined = 0;  // resamples without variation
};

// SplitMix64 (G. L. Steele, D. Lea and C. H. Flood 2014, doi:10.1145/2714064.2660195).  Each resample has one of its
// own, begun from the seed and its number, so that threads may take them in any order.
class RandomBits {
 public:
  using result_type = std::uint64_t;
  RandomBits(std::uint64_t seed, std::uint64_t resample) : state_(Mix(Mix(seed + kGolden) + resample)) {}
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return ~result_type{0}; }
  result_type operator()() {
    state_ += kGolden;
    return Mix(state_);
  }

 private:
  static constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15ULL;
  static constexpr std::uint64_t Mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

// For each measure asked, in that order.  nullopt: it is undefined, or was in more than a tenth of the resamples; or
// there are fewer than two clusters.
//
// Requires: two coders for Cohen's kappa.
// Threads:  any number of concurrent calls; plan.threads are started.
// Cost:     1,000 resamples of 10,000 units, 3 coders, 5 categories: milliseconds (units alike are drawn together).
std::vector<std::optional<Interval>> Bootstrap(const Ratings& ratings, std::span<const MeasureSpec> asked,
                                               const BootstrapPlan& plan);

// The same for any statistics: `draw` gives one value each (NaN: undefined) for one resample.  It is called from
// several threads.
using Resample = std::function<void(RandomBits& random, std::span<double> values)>;
std::vector<std::optional<Interval>> IntervalsOf(std::size_t statistics, const BootstrapPlan& plan,
                                                 const std::function<Resample()>& make_resample);

}  // namespace commonground::coding
