// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame of a study: what is filled, what is missing and why, and what to do next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/date.h"
#include "core/result.h"
#include "model/results/coverage.h"
#include "model/study.h"

namespace commonground::app {

struct StudyStatus {
  model::Coverage coverage;
  std::vector<std::string> next_steps;  // plain English sentences, most useful first
  std::string title;                    // of the study
  std::vector<model::Region> regions;
};

// Errors: as VerifyStudy; the store's.
core::Result<StudyStatus> StatusStudy(const Workspace& workspace);

// `study` without texts is enough.  Errors: as VerifyStudy.
core::Result<StudyStatus> StatusOf(const model::Study& study, const core::Date& today, const core::Date& on);

// Why a slot is not filled, in words: "no document yet".  "filled" if it is.
std::string_view ReasonOf(model::SlotState state);

// "20 slots, 8 filled, 12 missing (12 organisation not sourced)".
std::string SummaryOf(const model::Coverage& coverage);

}  // namespace commonground::app
