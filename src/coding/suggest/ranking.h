// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The order in which passages are suggested, and why each is.
#pragma once

#include <span>
#include <vector>

#include "coding/suggest/learner.h"

namespace commonground::coding {

// The passages of unknown label, likeliest first; those of one score in their own order.  Scores are compared as
// 32-bit floats.  Cost: O(n).
std::vector<std::uint32_t> Ranked(std::span<const double> scores, std::span<const Label> labels);

// Passages of which nothing is known that are taken as not relevant while there are fewer than `wanted` that are not:
// somebody who only ever said yes has still to be learnt from (G. V. Cormack and M. R. Grossman 2015, "Autonomy and
// Reliability of Continuous Active Learning", arXiv:1504.06868, who take 100 at random).  In random order.
inline constexpr std::size_t kPresumed = 100;
std::vector<std::uint32_t> PresumedNotRelevant(std::span<const Label> labels, std::size_t wanted, std::uint64_t seed);

// The words of a passage that raise its score most, as they stand in it; of words that overlap, the weightiest.
std::vector<model::KeyTerm> WeightyWords(const Features& features, const Learner& learner, std::size_t number,
                                         const Passage& passage, std::size_t most);

}  // namespace commonground::coding
