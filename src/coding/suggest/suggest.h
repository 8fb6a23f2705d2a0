// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Suggestions from beginning to end: passages and what is known of them in, an explained order out.  Method, example
// and limits: docs/methods/suggestions.md.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "coding/suggest/learner.h"

namespace commonground::coding {

// What there is to learn from.  A passage is a paragraph, or a whole document.
struct Lesson {
  std::span<const Passage> passages;
  std::span<const Label> labels;     // of each passage
  std::span<const Label> decisions;  // yes or no to suggestions, oldest first: for the bound on what is left
  Passage description;               // what is looked for, in words: it stands in while no passage is relevant
};

struct SuggestOptions {
  model::SuggestionMethod method = model::SuggestionMethod::kLinearSvm;
  std::size_t most = 20;   // suggestions
  std::size_t words = 5;   // for each
  std::uint64_t seed = 1;  // of what is presumed, and of the order of learning
};

struct Suggested {
  std::size_t passage = 0;
  double score = 0;
  std::vector<model::KeyTerm> words;
};

struct Suggestions {
  std::vector<Suggested> suggested;  // likeliest first
  model::RecallEstimate left;
  model::TrainingCounts learnt;
};

// Passages of unknown label, likeliest first.  Nothing known at all: in their own order, with score 0.
//
// Returns:  the same for the same arguments, to the last bit.
// Threads:  any number of concurrent calls.
// Cost:     about 0.3 s for 6,000 passages of 50 words.
Suggestions Suggest(const Lesson& lesson, const SuggestOptions& options);

}  // namespace commonground::coding
