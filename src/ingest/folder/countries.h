// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The countries that exist: ISO 3166-1 alpha-3 by ICU, and XKX for Kosovo.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commonground::ingest {

// Threads: any.  Cost: O(log n).
bool IsCountry(std::string_view alpha3);

// A code that ISO 3166-1 leaves to its users: AAA to AAZ, QMA to QZZ, XAA to XZZ (but XKX), ZZA to ZZZ.  Invented
// studies name their places with them.
bool IsInventedCountry(std::string_view code);

// The codes that a text can mean: a code of two or three letters in any case, or a name in English, French, Spanish,
// Russian or Chinese as ICU has it, or one in common use ("Ivory Coast", "DRC").  Several if it can mean several
// ("Congo", "Guinea"), none if it means none.  Sorted.  Cost: all names are gathered at the first call.
std::vector<std::string> CountriesMeantBy(std::string_view text);

// In English; the code itself if it has none.
std::string CountryName(std::string_view alpha3);

}  // namespace commonground::ingest
