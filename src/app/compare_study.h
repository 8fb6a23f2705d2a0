// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Compares the cases of a study file, through the read gateway.  Loads numbers only: no text.
#pragma once

#include "core/date.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/results/comparison.h"
#include "model/results/context_view.h"
#include "model/snapshot.h"
#include "model/study.h"
#include "store/study_store.h"

namespace commonground::app {

struct ComparedStudy {
  model::Study study;  // without texts and codings
  model::ContextView context;
  model::Snapshot snapshot;
  model::Comparison comparison;
};

// `today` decides consent, `on` the context.  Errors: the store's; Cancelled.
core::Result<ComparedStudy> CompareStudy(const store::StudyStore& store, const core::Date& today,
                                         std::optional<core::Date> on, core::Progress& progress);

}  // namespace commonground::app
