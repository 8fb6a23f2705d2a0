// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// "ar" and "az-Arab" run from right to left, "fr" does not (ICU: the script that the language is most likely in).
#include "publish/html/language.h"

#include <unicode/uloc.h>

namespace commonground::publish {

std::string DirectionOf(const std::string& language) {
  if (language.empty()) return {};
  if (language == "und" || language == "mul" || language == "zxx") return "auto";
  char locale[ULOC_FULLNAME_CAPACITY];
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t parsed = 0;
  uloc_forLanguageTag(language.c_str(), locale, ULOC_FULLNAME_CAPACITY, &parsed, &error);
  if (U_FAILURE(error) != 0 || locale[0] == '\0') return "auto";
  return uloc_isRightToLeft(locale) != 0 ? "rtl" : "ltr";
}

}  // namespace commonground::publish
