// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is known of the countries of a study on a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/date.h"
#include "core/result.h"
#include "model/results/context_view.h"
#include "model/study.h"

namespace commonground::app {

// From a day on, until the next one.
struct LegalModelSince {
  core::Date from;
  std::string legal_model;
  model::LegalModelReason reason;
};

struct ShownContext {
  model::Study study;  // its indicators, contexts, statements and their sources, and nothing else
  model::ContextView view;
  std::vector<LegalModelSince> over_time;  // of `country`, if one was asked for; up to the day
};

// `on`: none: the study's reference date.
// Errors: InvalidInput: `country` is not empty and not a country of the study; the message lists those that are; the
// store's.
core::Result<ShownContext> ContextStudy(const Workspace& workspace, std::optional<core::Date> on,
                                        const std::string& country);

}  // namespace commonground::app
