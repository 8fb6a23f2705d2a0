// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What an indicator can say.
#pragma once

#include <string_view>

#include "model/study.h"

namespace commonground::model {

inline constexpr std::string_view kUnknownValue = "unknown";  // always allowed, but where a value is derived

// 0 to 100 with at most 2 decimals.
bool IsPercent(std::string_view text);

// Could this stand in a fact about a country?  A derived indicator has no values that are typed in.  Threads: any.
bool IsValueOf(const Indicator& indicator, std::string_view value);

}  // namespace commonground::model
