// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a search found, as JSON (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "app/search_study.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"total", "at_least", "hits", "did_you_mean"}
Json ToJson(const SearchAnswer& answer);

}  // namespace commonground::app::wire
