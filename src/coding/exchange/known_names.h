// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which country or language a word in another program's file means, for sure: "Kenya", "ke", "KEN", "Кения".
// Names and codes by ICU, names in the languages of the report; small and capital letters are the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/ids.h"

namespace commonground::coding {

// Of ISO 3166-1: two or three letters, or a name; none when it is no country's, or of two.
// Threads: any.  Cost: O(log n), the first time about 10 ms.
std::optional<model::CountryCode> ReadCountry(std::string_view text);

// core/language_tag.h.
std::optional<std::string> ReadLanguage(std::string_view text);

// For comparing names: without blanks at the ends, letters folded.
std::string FoldedName(std::string_view text);

}  // namespace commonground::coding
