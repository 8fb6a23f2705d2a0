// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Assessments as JSON.  The shape is a promise (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "app/verify_study.h"
#include "model/results/assessment.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"assessments": [{"organisation", "definition", "verdict", "criteria"}]}
Json ToJson(const std::vector<model::Assessment>& assessments);
// The same with "changes": [{"organisation", "definition", "body", "is_met", "smallest_changes", "undisclosed",
// "needed_of_undisclosed"}]
Json WithChanges(const VerifiedStudy& verified);

}  // namespace commonground::app::wire
