// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What two texts have in common: what stayed in order, and whole sentences that were moved or copied.
#pragma once

#include <cstddef>
#include <vector>

#include "coding/anchoring/code_points.h"

namespace commonground::coding {

// old_text[old_start, old_start + length) == new_text[new_start, new_start + length)
struct Run {
  std::size_t old_start = 0;
  std::size_t new_start = 0;
  std::size_t length = 0;
  bool has_sentence = false;  // a whole one, of 8 letters at least
};

// A sentence of one of the texts; equal ones have equal names.
struct Sentence {
  std::size_t start = 0;
  std::size_t length = 0;
  int name = 0;
};

struct Comparison {
  std::vector<Run> runs;  // in the order of the old text; none is empty, overlaps another in either text, or goes on in
                          // the next.  In the new text all are in order too but those of sentences that moved.
  std::vector<Sentence> copies;     // sentences of the new text that the old one has, but in no run
  std::vector<Sentence> sentences;  // of the old text, with the white space between them, in order
};

// Method: sentences that are in both texts once are matched in their longest common order (patience, B. Cohen), with
// the equal ones beside them, and the same again in each stretch between.  Then a sentence of 32 letters or more that
// is left once in each text has moved, with what is equal beside it.  What is left between is compared by words, with
// E. Myers, "An O(ND) difference algorithm", 1986, up to 2,000 changes a stretch, but for sentences that are elsewhere
// in the other text.  A stretch with more is matched by four words in a row that are in both once, in their longest
// common order, and between them by Myers again; what still has more changes has only its equal ends in common.  1e9
// steps in all.
// Cost: O(n log n + sum of d^2 over the changed stretches).  Memory: 16 MB for the search; 32 bytes a token of one
// stretch: two texts of 25 MB without line ends took 850 MB in all.  Deterministic.
Comparison Compare(CodePointsView old_text, CodePointsView new_text);

}  // namespace commonground::coding
