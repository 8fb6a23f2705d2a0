// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is there and what is missing, as JSON (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "app/status_study.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"slots", "filled", "regions", "places", "next_steps"}
Json ToJson(const StudyStatus& status);

}  // namespace commonground::app::wire
