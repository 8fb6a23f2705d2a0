// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From counts to a class, and to a prevalence in which each group counts the same (METHODS 4).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/fraction.h"
#include "model/results/comparison.h"

namespace commonground::compare {

// A group whose context is not sourced is shown, but is no context: it does not count for reach, balance and class.
inline bool Counts(std::string_view group_id) {
  return group_id != "unknown" && group_id != "disputed";
}

// All that a class depends on.  "Groups" are the groups that count.
struct Tally {
  std::int32_t groups = 0;                // of the frame
  std::int32_t groups_with_material = 0;  // with at least one case
  std::int32_t reach = 0;                 // with the code present in at least one case
  std::int32_t present = 0;               // cases with the code, in any group or none
  std::int32_t cases = 0;                 // all cases
};

struct ClassRule {
  core::Fraction common_ground_share;
  core::Fraction most_regions_share;
};

// The first that fits: absent (no case), common ground (every group with material, two at least unless the frame has
// only one; and at least common_ground_share of all cases), in most regions (two groups or more, and more than
// most_regions_share of the groups with material), regional (one group), emerging (the rest).  Exact.
model::PrevalenceClass Classify(const Tally& tally, const ClassRule& rule);

struct BalancedShare {
  std::int64_t num = 0;
  std::int64_t den = 0;  // 0: no group that counts has a case
};

// The mean of present/of over the shares with of > 0.  Lowest terms; where those do not fit into 64 bits, rounded half
// up to a denominator of 1,000,000,000.
BalancedShare Balance(std::span<const model::Share> shares);

}  // namespace commonground::compare
