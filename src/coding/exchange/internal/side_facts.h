// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a comparison by law stands on: indicators, the rule for the legal model, facts about countries.
#pragma once

#include "coding/exchange/internal/side_json.h"

namespace commonground::coding {

side_json::Json AboutCountries(const model::Study& study);
void ReadCountries(const side_json::Json& file, Sidecar& side);

}  // namespace commonground::coding
