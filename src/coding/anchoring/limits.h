// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// When two passages are like enough to be the same one.  docs/methods/anchoring.md says why the numbers are so.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coding/anchoring/code_points.h"
#include "coding/anchoring/similarity.h"

namespace commonground::coding {

inline constexpr std::size_t kSpeaksAlone =
    32;  // letters: a passage this long needs no surroundings if it is there once
inline constexpr std::size_t kFewestSearched =
    8;  // letters; shorter passages are found character by character or not at all
inline constexpr double kContextNeeded = 0.5;  // share of the surroundings' letters that must be there

// A fifth of the letters.
int MostChanges(std::size_t letters);

// Whether a passage is long enough to be looked for with changes: 8 letters; 4 if most are words by themselves.
bool IsSearched(CodePointsView passage);

// The place with the fewest changes, and those that it does not lead by a tenth of the passage's letters, and by one at
// least, in their order: one alone is clearly the best.
std::vector<MatchCandidate> MostLike(std::span<const MatchCandidate> places, std::size_t letters);

// Whether `at` lies within a word of an alphabet.
bool IsInsideWord(CodePointsView text, std::size_t at);

}  // namespace commonground::coding
