// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The passages behind a number of a comparison, with their words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/progress.h"
#include "core/result.h"
#include "core/text_range.h"
#include "model/ids.h"

namespace commonground::app {

struct PassagesRequest {
  std::string by = "region";          // a grouping
  std::optional<std::string> group;   // of it; none: all
  model::CodeId code;                 // with those below it
  std::optional<model::CodeId> with;  // that stand with this one, as a cell of the gap map counts them
};

struct ComparedPassage {
  model::OrganisationId organisation;
  model::DocumentId document;
  std::string title;     // of the document
  std::string language;  // of the document
  core::TextRange range;
  std::vector<model::CodeId> codes;  // the code, or those below it, that it has
  std::string text;
};

struct ComparedPassages {
  std::vector<ComparedPassage> passages;     // by case, document, place
  std::vector<model::OrganisationId> cases;  // that have the code, of those of the group
  std::int64_t of = 0;                       // cases of the group: the denominator
};

// The same codings as compare counts, and no others.
// Errors: InvalidInput: no such grouping, group or code; the store's; Cancelled.
core::Result<ComparedPassages> PassagesBehind(const Workspace& workspace, const PassagesRequest& request,
                                              core::Progress& progress);

}  // namespace commonground::app
