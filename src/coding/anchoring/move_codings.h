// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds the passages of one version of a text in the next.  In this order, and never by a guess:
// 1. what the diff of the two texts says is unchanged moves with it, and is checked character by character;
// 2. what the diff says lies here and is almost the same (at most a fifth of its letters changed) stands here;
// 3. the same words at another place, if they are there once, or if the words around them say which place is meant;
// 4. almost the same words at another place, if no other place is nearly as like them;
// 5. the rest are orphans.
// Between places that 3 or 4 finds equally good, the hint decides if it can.
// docs/methods/anchoring.md has the numbers and why they are so.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coding/passage.h"
#include "core/text_range.h"

namespace commonground::coding {

enum class AnchorOutcome {
  kKept,      // the same words at the same place
  kMoved,     // the same words at another place
  kEdited,    // almost the same words
  kOrphaned,  // not found, or not for sure
};

struct Moved {
  std::size_t coding = 0;  // index into `ranges`
  AnchorOutcome fate = AnchorOutcome::kOrphaned;
  core::TextRange range;  // in the new text; of an orphan: empty
  double likeness = 0;    // 1 - changed letters / letters of the passage; of an orphan: 0
};

// What is known of the parts of the text that the passages stood in, and of the new one.
struct Structure {
  std::span<const std::string> hints;  // of each range, when it was placed; empty: not known
  const Hints* now = nullptr;          // of the new text; nullptr only with no hints
};

// Units:    ranges are code points, of the old text.
// Requires: both texts are canonical; ranges lie in the old text and are not empty; a hint for every range, or none.
// Returns:  one row a range, in their order.  Deterministic.
// Threads:  any number of concurrent calls.
// Cost:     O(n log n + d^2) for the diff of texts of n letters with d changed words; O(n) for each range that it does
//           not settle, O(n k) for one that is searched with up to k changes.  All is counted: 1e9 steps of the diff,
//           2e10 letters read in searches character by character, 4e8 steps of one and 2e9 of all searches with
//           changes, and 2e9 for passages whose place the diff knows (2). What is left when they are used up becomes
//           orphans.
std::vector<Moved> MoveCodings(std::string_view old_text, std::string_view new_text,
                               std::span<const core::TextRange> ranges, const Structure& structure = {});

}  // namespace commonground::coding
