// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What waits for a person, as JSON (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "app/work_study.h"

namespace commonground::app::wire {

// {"steps": [{"step", "subject", "count", "last_day"}], "progress": [{"coder", "open", "submitted"}]}
nlohmann::ordered_json ToJson(const Work& work);

}  // namespace commonground::app::wire
