// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The words of a new text that are most like a passage that has no place in it (move_codings.h, 5), for a person to
// look at: it is never put there by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coding/anchoring/code_points.h"
#include "coding/anchoring/similarity.h"
#include "core/text_range.h"

namespace commonground::coding {

// The place of `text` that `quote` becomes with the fewest letters changed, added and left out (Levenshtein 1966): of
// several the one that ends first, and of those that end there the one nearest the quote's length.  None where more
// than `most` letters change. Method: G. Myers, "A fast bit-vector algorithm for approximate string matching", 1999, 64
// letters of the quote at once; the place's start as FindSimilar finds it. Cost: O(text x quote / 64 + quote x
// changes); `steps` is lowered by what was spent, and the search gives nothing once it is below 0.
std::optional<MatchCandidate> FindFewestChanges(CodePointsView text, CodePointsView quote, int most,
                                                std::int64_t& steps);

struct Nearest {
  core::TextRange range;  // whole words
  double likeness = 0;    // 1 - changed letters / letters of the passage
};

// Words of two passages that are in both, in order, and words that one alone has: the parts of each, put together, are
// it.
struct ComparedPart {
  std::string words;
  bool only_here = false;
};
struct ComparedPassages {
  std::vector<ComparedPart> was;
  std::vector<ComparedPart> is;
};
// Cost: that of Compare (diff.h).
ComparedPassages ComparePassages(std::string_view was, std::string_view is);

// Looks for many passages in one text.
// Units:    code points.  Requires: UTF-8.
class NearestIn {
 public:
  explicit NearestIn(std::string_view text);

  // None: at no place are two fifths of its letters kept, it is shorter than is searched for (limits.h), or the work
  // for all passages is used up (4e9 steps).
  std::optional<Nearest> To(std::string_view passage);

 private:
  Letters text_;
  std::int64_t steps_;
};

}  // namespace commonground::coding
