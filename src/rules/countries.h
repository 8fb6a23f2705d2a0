// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The countries that exist: ISO 3166-1 alpha-3 by ICU, and XKX for Kosovo.
#pragma once

#include <string_view>

namespace commonground::rules {

// Threads: any.  Cost: O(log n).
bool IsCountry(std::string_view alpha3);

// A code that ISO 3166-1 leaves to its users: AAA to AAZ, QMA to QZZ, XAA to XZZ (but XKX), ZZA to ZZZ.  Invented
// studies name their places with them.
bool IsInventedCountry(std::string_view code);

}  // namespace commonground::rules
