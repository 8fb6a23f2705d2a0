// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which words of the new text are known to be those of some other place of the old one, and so out of bounds for a
// passage that is looked for.
#pragma once

#include <vector>

#include "coding/anchoring/code_points.h"
#include "coding/anchoring/diff.h"

namespace commonground::coding {

struct Stretch {
  std::size_t start = 0;
  std::size_t end = 0;

  std::size_t length() const { return end - start; }
};

// How like the letters just before and after a passage are: 0 to 1.
double ContextLikeness(CodePointsView old_text, Stretch was, CodePointsView new_text, Stretch is);

// Requires: the comparison is that of the texts, which outlive the object.  Threads: any number may read.
class Bounds {
 public:
  Bounds(const Comparison& comparison, CodePointsView old_text, CodePointsView new_text);

  // More than a fifth of the letters of `is` are others' than those of `was`: a run that is long, has a
  // whole sentence or the same surroundings, gives them to another place of the old text, or they are a copy of a
  // sentence that `was` is not in. Cost: O(log n) and what lies in `is`; the sentences of `was` where a copy lies in
  // it.
  bool IsOthers(Stretch is, Stretch was) const;

  // A run says where at least four fifths of the letters of this place of the old text stand now.
  bool IsSettled(Stretch was) const;

 private:
  bool Holds(const Run& run) const;
  bool HasSentence(Stretch was, int name) const;

  std::vector<Run> by_old_;  // those that hold
  std::vector<Run> by_new_;
  const std::vector<Sentence>& copies_;
  const std::vector<Sentence>& sentences_;
  CodePointsView old_;
  CodePointsView new_;
};

}  // namespace commonground::coding
