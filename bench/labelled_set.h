// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A seeded set of invented passages, some of which are relevant: what suggestions are measured on.
#pragma once

#include <string>
#include <vector>

namespace commonground::bench {

struct LabelledSet {
  std::vector<std::string> passages;  // of made words that no stemmer changes
  std::vector<bool> relevant;
};

// About one passage in twenty-five is relevant.  There are forty subjects, each with words of its own; a passage has 20
// to 80 words, most of them common to all (by Zipf's law), 6% to 40% of its subject.  Relevant is one subject, which
// people speak of in three ways; two other subjects share half of its words.  In one passage of fifty the subject and
// the label differ, as with people.
LabelledSet MakeLabelledSet(int passages, unsigned seed);

}  // namespace commonground::bench
