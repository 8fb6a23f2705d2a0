// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codes that stand on the very same passage.  Where that is often so, the codebook may need a clearer line between
// them.
#pragma once

#include <cstdint>
#include <vector>

#include "model/snapshot.h"

namespace commonground::compare {

struct SharedPassage {
  std::int32_t document = 0;  // into the study's documents
  std::int32_t start = 0;     // code points
  std::int32_t end = 0;
  friend auto operator<=>(const SharedPassage&, const SharedPassage&) = default;
};

struct CodePair {
  std::int32_t one = 0;  // into the snapshot's codes; before `other` there
  std::int32_t other = 0;
  std::int32_t cases = 0;
  std::vector<SharedPassage> passages;  // each once, whoever coded it, in order
};

// Two codes are a pair if both were given to the same characters of a document, by one coder or by two.  Codes count
// for themselves and not for those above them.  Most passages first, then most cases, then in the codebook's order.
// Threads: any number.  Cost: O(n log n + pairs), n: codings.
std::vector<CodePair> CodesOnSamePassages(const model::Snapshot& snapshot);

}  // namespace commonground::compare
