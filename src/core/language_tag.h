// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tags of languages (BCP 47), by ICU.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commonground::core {

// Of a text whose language nobody knows; BCP 47's own word for it.
inline constexpr std::string_view kUnknownLanguage = "und";

// The tag that is meant, for sure, as ICU writes it: "pt-BR" for pt-br and pt_BR, "zh" for cmn, "he" for iw, "en" for
// eng, "fr" for French, français, французский (names in the languages of the report), "ja" for JP, where people write
// a country's two letters that are no language's.  nullopt: nothing for sure.
// Threads: any.  Cost: O(log n), the first time about 10 ms.
std::optional<std::string> LanguageMeantBy(std::string_view written);

// A tag as ICU writes it.  Of languages with three letters ICU knows a tenth: the others are taken as they are.
bool IsLanguageTag(std::string_view tag);

}  // namespace commonground::core
