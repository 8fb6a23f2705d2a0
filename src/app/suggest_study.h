// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Suggests passages for a code, learnt from what coders did, and keeps what a person says to them.  A suggestion is
// never a coding.  docs/methods/suggestions.md.
#pragma once

#include <string>
#include <vector>

#include "app/edit_result.h"
#include "app/workspace.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/results/suggestions.h"
#include "model/study.h"

namespace commonground::app {

struct SuggestRequest {
  enum class Target { kCodeAlone, kWithDescendants };
  model::CodeId code;
  Target target = Target::kCodeAlone;
  model::SuggestionMethod method = model::SuggestionMethod::kLinearSvm;
  std::string language;  // the first part of a BCP 47 tag; empty: all
  std::size_t most = 20;
};

struct ShownSuggestion {
  model::Suggestion suggestion;
  std::string title;     // of the document
  std::string language;  // of the document
  std::string text;      // the passage; of a document as a whole, empty
};

struct SuggestAnswer {
  std::vector<ShownSuggestion> suggestions;  // likeliest first
  model::RecallEstimate left;
  model::TrainingCounts learnt;
};

// Passages are the parts of the documents that may be read, headings left out; where parts are not known, paragraphs
// between blank lines.  Relevant is a passage that a coding which the reader may see overlaps.
// Errors: InvalidInput: no such code, or no readable text in the language.
// Cost: about 0.3 s for 6,000 passages.
core::Result<SuggestAnswer> SuggestPassages(const Workspace& workspace, const SuggestRequest& request,
                                            core::Progress& progress);

// Which suggestions a person means: "3", "1-4" (places in the list that SuggestPassages gives now), or
// "DOCUMENT:START-END", which stays the same when the list changes; several with commas between.
struct SuggestChoice {
  std::vector<std::string> accepted;
  std::vector<std::string> rejected;
};

// One act of a person, who is also the one who reads.  Accepted: a coding by that person, as ApplyCode makes it (a
// draft while they have the document to hand in, else submitted), and a decision.  Rejected: a decision only. Errors:
// InvalidInput: nothing chosen, no such suggestion, one chosen twice or decided already, a retired code.
core::Result<Decided> DecideSuggestions(const Workspace& workspace, const SuggestRequest& request,
                                        const SuggestChoice& choice, core::Progress& progress);

// The same over a study that is in memory.  Exposed for their tests.
core::Result<SuggestAnswer> SuggestFrom(const model::Study& study, const SuggestRequest& request, const Caller& caller,
                                        const core::Date& today);
core::Result<model::ChangeSet> DecisionsOf(const model::Study& study, const SuggestRequest& request,
                                           const SuggestChoice& choice, const Caller& caller, const core::Moment& now);

}  // namespace commonground::app
