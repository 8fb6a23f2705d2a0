// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Countries on a day, as JSON (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "model/results/context_view.h"
#include "model/study.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"on", "countries": [{"country", "legal_model", "reason", "indicators"}]}; `only`: of this country; empty: of all.
Json ToJson(const model::Study& study, const model::ContextView& view, const std::string& only);

}  // namespace commonground::app::wire
