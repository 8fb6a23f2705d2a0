// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the study suggests to people who code and screen, and how much is probably still to be found.  A suggestion is
// never a coding: a person says yes or no to each (Decision).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/text_range.h"
#include "model/ids.h"

namespace commonground::model {

enum class SuggestionMethod { kNaiveBayes, kLinearSvm };

// A word of the passage, or two that stand side by side, that speaks for the suggestion.
struct KeyTerm {
  std::string text;       // as it stands there
  core::TextRange range;  // in the passage
  double weight = 0;      // its share of the score, above 0
};

struct Suggestion {
  DocumentId document;
  core::TextRange range;       // of the passage in the document; empty: the document as a whole
  double score = 0;            // no probability: only the order counts
  std::vector<KeyTerm> words;  // weightiest first
};

// What a ranking was learnt from.
struct TrainingCounts {
  std::int64_t relevant = 0;      // passages
  std::int64_t not_relevant = 0;  // that people refused
  std::int64_t presumed = 0;      // taken as not relevant, because few were refused
  bool described = false;         // nothing is relevant yet: the description of what is looked for stands in
};

// How many relevant passages are probably left among those that nobody has decided about (coding/suggest/stopping.h).
struct RecallEstimate {
  enum class State {
    kNothingDecided,  // nobody has said yes or no to a suggestion
    kCannotTell,      // too few decisions: more could be left than were found
    kBounded,
  };
  State state = State::kNothingDecided;
  std::int64_t found = 0;             // relevant, by whatever way
  std::int64_t decided = 0;           // suggestions that got a yes or no
  std::int64_t undecided = 0;         // passages that nobody has decided about
  std::int64_t probably_at_most = 0;  // left, with a chance of one half or more
  std::int64_t at_most = 0;           // left, with a chance of 95% or more
  double recall_at_least = 0;         // found / (found + at_most); 1 when nothing was found and nothing is left
};

// Documents by what was decided about them: the boxes of a flow diagram.
struct ScreeningFlow {
  std::int64_t documents = 0;
  std::int64_t undecided = 0;  // nobody has looked at them
  std::int64_t included = 0;
  std::int64_t excluded = 0;
  std::int64_t unsure = 0;
  std::int64_t disagreed = 0;  // one person would include it, another would not: to be talked about
  struct Reason {
    std::string reason;
    std::int64_t documents = 0;
    friend bool operator==(const Reason&, const Reason&) = default;
  };
  std::vector<Reason> reasons;  // of the excluded; most first, then by name
  friend bool operator==(const ScreeningFlow&, const ScreeningFlow&) = default;
};

}  // namespace commonground::model
