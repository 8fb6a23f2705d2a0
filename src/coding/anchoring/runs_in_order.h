// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What two texts have in common, in the order of both.
#pragma once

#include <span>
#include <vector>

#include "coding/anchoring/diff.h"

namespace commonground::coding {

// Those of the runs that are in order in both texts, with the most letters: a sentence that went elsewhere is gone at
// one place and new at another.  Requires: runs as Compare gives them.  Cost: O(n log n).
std::vector<Run> RunsInOrder(std::span<const Run> runs);

}  // namespace commonground::coding
