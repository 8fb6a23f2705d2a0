// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a leadership record says about one body, as exact limits.  docs/methods/leadership.md, section "Counts".
#pragma once

#include <cstdint>
#include <optional>

#include "core/fraction.h"
#include "core/result.h"
#include "model/study.h"

namespace commonground::verify {

// A limit on the share of sex workers that holds whatever the number of members is.
struct ShareLimit {
  core::Fraction share;
  bool strict = false;  // more than (lower limit), less than (upper limit)
};

// Units: people.  0 <= least <= most <= members, when members is known.
struct BodyCounts {
  bool any = false;                     // the record gives at least one count or bound
  std::optional<std::int64_t> members;  // N
  std::int64_t least = 0;               // S_min: sex workers for sure; meaningful only with members
  std::int64_t most = 0;                // S_max: sex workers at most, everyone undisclosed counted in
  bool undisclosed = false;             // someone's status is undisclosed
  bool bounded = false;                 // no exact count: only bounds, or none
  std::optional<ShareLimit> at_least;   // used when members is not known
  std::optional<ShareLimit> at_most;    // the same; none when someone is undisclosed
};

// Errors: InvalidInput, where = "ORGANISATION, AS_OF, BODY": a record that cannot be (rules/counts.h).
// Cost: O(1).  Threads: any.
core::Result<BodyCounts> CountBody(const model::LeadershipRecord& record);

}  // namespace commonground::verify
