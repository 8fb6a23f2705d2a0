// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// When can people stop?  How many relevant passages are probably left, from the decisions that were made so far.
//
// M. W. Callaghan and F. Mueller-Hansen 2020, "Statistical stopping criteria for automated screening in systematic
// reviews", doi:10.1186/s13643-020-01521-4, ranked version: the last n decisions are taken as if they had been drawn at
// random from the N passages that were undecided before them.  Suggestions come best first, so they hold at least as
// many relevant ones as a random draw, and the bound errs towards "more are left".  With k relevant among the n, K
// relevant in the N are believed while P(X <= k) of the hypergeometric distribution (N, K, n) is not below 5%.
//
// A departure: the paper looks back over all n and takes the smallest chance.  Here the n are 25, 50, 100 and so on up
// to all decisions, and the 5% are shared out among them (Bonferroni), so that a bound holds also where the ranking is
// no better than chance.  Who looks after every decision, and stops at the first bound that suits, still looks often:
// docs/methods/suggestions.md says what that costs.
//
// All functions: pure; any thread.
#pragma once

#include <cstdint>
#include <span>

#include "coding/suggest/learner.h"

namespace commonground::coding {

// Draws without replacement: `drawn` of `all`, of which `relevant` are.
struct Hypergeometric {
  std::int64_t all = 0;
  std::int64_t relevant = 0;
  std::int64_t drawn = 0;
};
// P(X <= k).  Requires: 0 <= relevant, drawn <= all.  Cost: O(k).
double ChanceOfAtMost(std::int64_t k, const Hypergeometric& urn);

// The chance, at most, to have seen what was seen if less than `target` of the relevant passages had been found; below
// 0.05 one may stop, says the paper.  1: nothing is known.  `decisions`: yes or no to suggestions, in the order of the
// decisions, which is that of the ranking at the time; none is kUnknown.  `undecided`: passages left.
// `found_before`: relevant passages that were found without a suggestion.
double ChanceOfMissing(std::span<const Label> decisions, std::int64_t undecided, std::int64_t found_before,
                       double target);

// Cost: O(decisions log(passages)).
model::RecallEstimate EstimateLeft(std::span<const Label> decisions, std::int64_t undecided, std::int64_t found_before);

}  // namespace commonground::coding
