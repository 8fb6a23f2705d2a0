// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which smallest changes of a body turn a criterion, each way that they can be mixed.  docs/methods/leadership.md,
// section "Room to change".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/study.h"

namespace commonground::verify {

// People who come and go.  Of one change only two of the four are above 0: those that turn it.
struct BodyChange {
  std::int64_t sex_workers_join = 0;
  std::int64_t sex_workers_leave = 0;
  std::int64_t others_join = 0;
  std::int64_t others_leave = 0;
  friend bool operator==(const BodyChange&, const BodyChange&) = default;
};

inline constexpr std::int64_t kMaxMixed = 200;  // people; of larger changes only those of one kind are listed

// All mixes of the fewest people after whose coming and going a criterion that is satisfied is no longer (sex workers
// who leave, others who join), or one that is not is (sex workers who join, others who leave).  Fewer sex workers
// first.  Empty: no number of people turns it.
// Requires: 0 <= sex_workers <= members <= rules::kMaxCounted.  Cost: O(kMaxMixed).
std::vector<BodyChange> SmallestChanges(std::int64_t sex_workers, std::int64_t members,
                                        const model::Criterion& criterion);

// The fewest of `undisclosed` members who would have to be sex workers for the criterion to be satisfied; nullopt: all
// of them are not enough.  Requires: sex_workers + undisclosed <= members, members > 0.  Cost: O(log undisclosed).
std::optional<std::int64_t> NeededOfUndisclosed(std::int64_t sex_workers, std::int64_t undisclosed,
                                                std::int64_t members, const model::Criterion& criterion);

}  // namespace commonground::verify
