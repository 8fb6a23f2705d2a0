// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts steps, so that hostile texts cannot take for ever.

#include "coding/anchoring/limits.h"

#include <algorithm>
#include <iterator>

namespace commonground::coding {

namespace {
constexpr std::size_t kFewestSearchedAlone = 4;  // of letters that are words, as in Chinese
}  // namespace

int MostChanges(std::size_t letters) {
  return static_cast<int>(letters / 5);
}

bool IsSearched(CodePointsView passage) {
  const std::size_t alone = static_cast<std::size_t>(std::ranges::count_if(passage, StandsAlone));
  return passage.size() >= kFewestSearched || (2 * alone >= passage.size() && passage.size() >= kFewestSearchedAlone);
}

std::vector<MatchCandidate> MostLike(std::span<const MatchCandidate> places, std::size_t letters) {
  std::vector<MatchCandidate> most_like;
  if (places.empty()) return most_like;
  const int best = std::ranges::min_element(places, {}, &MatchCandidate::distance)->distance;
  const int margin = std::max(1, static_cast<int>(letters / 10));
  std::ranges::copy_if(places, std::back_inserter(most_like),
                       [&](const MatchCandidate& place) { return place.distance - best < margin; });
  return most_like;
}

bool IsInsideWord(CodePointsView text, std::size_t at) {
  return at > 0 && at < text.size() && IsWordLetter(text[at - 1]) && IsWordLetter(text[at]) &&
         !StandsAlone(text[at - 1]) && !StandsAlone(text[at]);
}

}  // namespace commonground::coding
