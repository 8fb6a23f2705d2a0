// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// In which cases each code is present (METHODS 4): m(p, i) = 1 when case i has a coding under code p or a descendant.
#pragma once

#include <cstdint>
#include <vector>

#include "core/progress.h"
#include "core/result.h"
#include "model/snapshot.h"

namespace commonground::compare {

inline constexpr std::int32_t kManyCoders = -1;

struct Present {
  std::int32_t case_index = 0;
  std::int32_t sole_coder = 0;  // the only coder who says so, or kManyCoders
};

// By code; cases ascending.  Requires a snapshot whose indices are valid and whose parents make no cycle (checked: a
// breach is a bug).  Errors: Cancelled.  Cost: O(codings + present cases, ancestors counted); Threads: any number.
core::Result<std::vector<std::vector<Present>>> PresenceByCode(const model::Snapshot& snapshot,
                                                               core::Progress& progress);

}  // namespace commonground::compare
