// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Decides where coders differed, and shows where they did.
// Errors everywhere: NotFound: what is not there, or what this person may not see (both look the same); InvalidInput;
// Conflict; those of the store.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/edit_result.h"
#include "app/workspace.h"
#include "core/progress.h"
#include "core/text_range.h"
#include "model/results/agreement.h"

namespace commonground::app {

// Decides about the codings with `code` (itself) that touch `range`, by everybody.  They stay beside the result, but do
// not count any more; if the code stands, the result is an accepted coding on `range` by who decided.
struct Adjudicated {
  model::CodeId code;
  core::TextRange range;
  enum class Outcome { kStands, kFalls } outcome = Outcome::kStands;
};
// Several codes of one document, decided in one edit and for one reason.
struct AdjudicateRequest {
  model::DocumentId document;
  std::vector<Adjudicated> decisions;  // at least one; of one code no two that touch
  std::string why;
};
core::Result<EditResult> Adjudicate(const Workspace& workspace, const AdjudicateRequest& request);

// A place where coders differed, under however many codes.
struct DisagreedPassage {
  model::DocumentId document;
  std::string title;
  std::string language;
  core::TextRange range;  // of all of it
  std::string text;
  std::vector<model::Disagreement> codes;    // in the order of the codebook
  std::vector<model::Adjudication> decided;  // that touch it
  bool is_open = false;                      // a code of it was not decided about
};
struct DisagreementsRequest {
  std::vector<model::DocumentId> documents;  // none: all
  std::vector<model::CodeId> codes;          // none: all
  model::AgreementUnit unit = model::AgreementUnit::kParagraph;
};
// By document and place.  Cost: that of AgreementStudy without intervals.
core::Result<std::vector<DisagreedPassage>> ListDisagreements(const Workspace& workspace,
                                                              const DisagreementsRequest& request,
                                                              core::Progress& progress);

}  // namespace commonground::app
