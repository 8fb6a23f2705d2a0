// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Errors and the problems of a folder, as JSON (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/problem.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"error": {"code", "message", "where", "about": {"kind", "id", "field"}, "hint": {"action", "arguments"}}}; about and
// hint only where there is one.
Json ToJson(const core::Error& error);
// {"problems": [{"file", "line", "column", "value", "message", "fix"}]}: errors only.
Json ToJson(const std::vector<core::Problem>& problems);

}  // namespace commonground::app::wire
