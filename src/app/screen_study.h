// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which documents belong to the study: ranks those that nobody has decided about, keeps decisions with their reasons,
// and counts them for the flow diagram.
#pragma once

#include <string>
#include <vector>

#include "app/suggest_study.h"

namespace commonground::app {

struct ScreenRequest {
  model::SuggestionMethod method = model::SuggestionMethod::kLinearSvm;
  std::string language;  // the first part of a BCP 47 tag; empty: all
  std::size_t most = 20;
};

struct ScreenAnswer {
  std::vector<ShownSuggestion> documents;  // to be decided about, likeliest to be included first
  model::RecallEstimate left;
  model::TrainingCounts learnt;
  model::ScreeningFlow flow;  // of all documents that may be read, in whatever language
};

// Errors: InvalidInput: no readable text in the language.  Cost: linear in the texts.
core::Result<ScreenAnswer> ScreenDocuments(const Workspace& workspace, const ScreenRequest& request,
                                           core::Progress& progress);

struct ScreenDecision {
  std::string document;
  model::DecisionOutcome outcome = model::DecisionOutcome::kUnsure;
  std::string reason;  // kExcluded: why; the same words for the same reason, they are counted
};

// One act.  Errors: InvalidInput: no reason for leaving it out; NotFound: no document that may be read.
core::Result<Decided> DecideDocument(const Workspace& workspace, const ScreenDecision& decision,
                                     core::Progress& progress);

// The same over a study that is in memory.  Exposed for their tests.
core::Result<ScreenAnswer> ScreenFrom(const model::Study& study, const ScreenRequest& request, const Caller& caller,
                                      const core::Date& today);
core::Result<model::ChangeSet> DecisionAbout(const model::Study& study, const ScreenDecision& decision,
                                             const Caller& caller, const core::Moment& now);

}  // namespace commonground::app
