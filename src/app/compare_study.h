// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Compares the cases of a study file, through the read gateway.  Loads numbers only: no text.
#pragma once

#include <optional>
#include <vector>

#include "app/workspace.h"
#include "compare/same_passage.h"
#include "core/date.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/results/comparison.h"
#include "model/results/context_view.h"
#include "model/snapshot.h"
#include "model/study.h"

namespace commonground::app {

struct ComparedStudy {
  model::Study study;  // without texts and codings
  model::ContextView context;
  model::Snapshot snapshot;
  model::Comparison comparison;
  std::vector<model::OrganisationId> under_embargo;  // compared, and in no report yet
  std::vector<model::OrganisationId> not_yet_coded;  // compared, and nobody has coded a passage of theirs
  std::vector<model::DocumentId> still_coded;        // their codings are not counted: somebody codes them blind
};

// `today` decides consent, `on` the context.  Errors: the store's; Cancelled.
core::Result<ComparedStudy> CompareStudy(const Workspace& workspace, std::optional<core::Date> on,
                                         core::Progress& progress);

// Codes on the very same passage, of what was compared; indices into its snapshot and its documents.
std::vector<compare::CodePair> SamePassagesOf(const ComparedStudy& compared);

}  // namespace commonground::app
