// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What two texts have in common, in order.
#pragma once

#include <cstddef>
#include <vector>

#include "coding/anchoring/letters.h"

namespace commonground::coding {

// old_text[old_start, old_start + length) == new_text[new_start, new_start + length)
struct Run {
  std::size_t old_start = 0;
  std::size_t new_start = 0;
  std::size_t length = 0;
  friend bool operator==(const Run&, const Run&) = default;
};

// Runs in the order of both texts; none is empty, neighbours are not adjacent in both.
// Method: lines that are in both texts once are matched in their longest common order (patience, B. Cohen); the
// stretches between them by words, with E. Myers, "An O(ND) difference algorithm", 1986, up to 2,000 changes a stretch.
// A stretch with more is matched by four words in a row that are in both once, in their longest common order, and
// between them by Myers again; what still has more changes has only its equal ends in common.  1e9 steps in all.
// Cost: O(n log n + sum of d^2 over the changed stretches).  Memory: 16 MB for the search; 24 bytes a token of one
// stretch: two texts of 25 MB without line ends took 850 MB in all.  Deterministic.
std::vector<Run> Diff(LettersView old_text, LettersView new_text);

}  // namespace commonground::coding
