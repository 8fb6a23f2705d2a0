// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// ICU's list of countries, sorted once.
#include "rules/countries.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <string>
#include <vector>

namespace commonground::rules {

namespace {

std::vector<std::string> AllCountries() {
  std::vector<std::string> codes{"XKX"};  // Kosovo: not in ISO 3166, but in use
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    codes.emplace_back(icu::Locale("", *code).getISO3Country());
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace

bool IsCountry(std::string_view alpha3) {
  static const std::vector<std::string> codes = AllCountries();
  return std::binary_search(codes.begin(), codes.end(), alpha3);
}

bool IsInventedCountry(std::string_view code) {
  const bool letters =
      code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!letters || IsCountry(code)) return false;
  return code.starts_with("AA") || (code[0] == 'Q' && code[1] >= 'M') || code[0] == 'X' || code.starts_with("ZZ");
}

}  // namespace commonground::rules
