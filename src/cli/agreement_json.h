// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Agreement as JSON, for programs (docs/command-line.md).  Ids and ranges, no words of the texts.
#pragma once

#include <nlohmann/json.hpp>

#include "model/results/agreement.h"

namespace commonground::cli {

nlohmann::ordered_json AgreementJson(const model::Agreement& agreement);

}  // namespace commonground::cli
