// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Editions that were published, as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "model/results/edition.h"

namespace commonground::app::wire {

// {"editions": [{"edition", "made_at", "forms": [...], "languages": [...], "hash"}]}; of whom it tells is not said.
nlohmann::ordered_json ToJson(const std::vector<model::EditionRecord>& editions);

}  // namespace commonground::app::wire
