// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "ingest/folder/countries.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <vector>

namespace commonground::ingest {

namespace {

std::vector<std::string> AllCountries() {
  std::vector<std::string> codes{"XKX"};  // Kosovo: not in ISO 3166, but in use
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    codes.emplace_back(icu::Locale("", *code).getISO3Country());
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

std::string Upper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
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

std::string CountryMeantBy(std::string_view text) {
  const std::string upper = Upper(text);
  if (IsCountry(upper)) return upper;
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale country("", *code);
    icu::UnicodeString display;
    std::string name;
    country.getDisplayCountry(icu::Locale::getEnglish(), display).toUTF8String(name);
    if (upper == *code || upper == Upper(name)) return country.getISO3Country();
  }
  return {};
}

}  // namespace commonground::ingest
