// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Assessments as JSON.  The shape is a promise (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "model/results/assessment.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"assessments": [{"organisation", "definition", "verdict", "criteria"}]}
Json ToJson(const std::vector<model::Assessment>& assessments);

}  // namespace commonground::app::wire
