// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far a body is from the edge of a criterion, in whole people.  docs/methods/leadership.md, section "Room to
// change".
#pragma once

#include <cstdint>
#include <optional>

#include "model/study.h"

namespace commonground::verify {

// Does a share of `sex_workers` of `members` satisfy the criterion?  Exact.  Requires members > 0.
bool Satisfies(std::int64_t sex_workers, std::int64_t members, const model::Criterion& criterion);

// The largest k such that after any k changes, each a sex worker who leaves or another who joins, in any order, the
// body satisfied the criterion all along.  A body that becomes empty no longer satisfies it.  0 if it does not now;
// nullopt if no number of changes turns it (a share of 0).  Requires 0 <= sex_workers <= members <= rules::kMaxCounted.
// Cost: O(1).
std::optional<std::int64_t> Headroom(std::int64_t sex_workers, std::int64_t members, const model::Criterion& criterion);

// The fewest changes, each a sex worker who joins or another who leaves, after which the body satisfies the criterion;
// 0 if it does now; nullopt if no number is enough ("more than all").  Requires and cost: as above.
std::optional<std::int64_t> Shortfall(std::int64_t sex_workers, std::int64_t members,
                                      const model::Criterion& criterion);

}  // namespace commonground::verify
