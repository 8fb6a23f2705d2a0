// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a bound of a leadership record means in whole people: "at least 1/3 of 10" is 4.
#pragma once

#include <cstdint>

#include "model/study.h"

namespace commonground::model {

// The smallest number of `members` that an at_least allows; more than `members` if none does.
// Requires: 0 <= members <= 1,000,000,000 and a share from 0 to 1.  Cost: O(1).
inline std::int64_t LeastCount(const Bound& at_least, std::int64_t members) {
  if (at_least.kind == Bound::Kind::kCount) return at_least.count;
  const std::int64_t product = at_least.share.p * members;
  if (at_least.strict) return product / at_least.share.q + 1;
  return (product + at_least.share.q - 1) / at_least.share.q;
}

// The largest number of `members` that an at_most allows; below 0 if none does.  Requires and cost: as above.
inline std::int64_t MaxCount(const Bound& at_most, std::int64_t members) {
  if (at_most.kind == Bound::Kind::kCount) return at_most.count;
  const std::int64_t product = at_most.share.p * members;
  if (at_most.strict) return (product + at_most.share.q - 1) / at_most.share.q - 1;
  return product / at_most.share.q;
}

}  // namespace commonground::model
