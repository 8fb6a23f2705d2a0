// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How like two passages are, in letters changed, added and left out (Levenshtein 1966), and where in a text something
// like a passage stands.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "coding/anchoring/code_points.h"

namespace commonground::coding {

// The distance if it is at most `most`.  `steps` is lowered by what was spent, and there is no answer once it is below
// 0. Cost: O(length + distance^2) on ordinary text, O(most x length) at worst, E. Ukkonen 1985.
std::optional<int> DistanceUpTo(CodePointsView a, CodePointsView b, int most, std::int64_t& steps);
std::optional<int> DistanceUpTo(CodePointsView a, CodePointsView b, int most);

// A place [start, end) of a text that is like a passage.
struct MatchCandidate {
  std::size_t start = 0;
  std::size_t end = 0;
  int distance = 0;
};

// Every place of `text` that `quote` becomes with at most `most` changes; of places that overlap, the one with the
// fewest changes, then the first.  In the order of the text.
// Method: P. Sellers 1980, with Ukkonen's cut-off.  Cost: O(most x text) on ordinary text, O(quote x text) at worst;
// `steps` is lowered by what was spent, and the search gives nothing once it is below 0.
std::vector<MatchCandidate> FindSimilar(CodePointsView text, CodePointsView quote, int most, std::int64_t& steps);

}  // namespace commonground::coding
