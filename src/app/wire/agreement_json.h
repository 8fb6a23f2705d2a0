// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Agreement as JSON, for programs (docs/command-line.md).  Ids and ranges, no words of the texts.
#pragma once

#include <nlohmann/json.hpp>

#include "model/results/agreement.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

Json ToJson(const model::Agreement& agreement);

}  // namespace commonground::app::wire
