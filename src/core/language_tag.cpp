// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// First as a tag, part by part, then as a name.
#include "core/language_tag.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/fold.h"

namespace commonground::core {

namespace {

constexpr const char* kLanguagesOfReports[] = {"en", "fr", "es", "ru", "zh"};

std::set<std::string> AllOf(const char* const* codes) {
  std::set<std::string> all;
  for (; *codes != nullptr; ++codes) all.insert(*codes);
  return all;
}

bool IsKnownLanguage(const std::string& code) {
  static const std::set<std::string> known = AllOf(icu::Locale::getISOLanguages());
  return code == kUnknownLanguage || known.contains(code);
}

bool IsKnownCountry(const std::string& code) {
  static const std::set<std::string> known = AllOf(icu::Locale::getISOCountries());
  return known.contains(code);
}

std::string Folded(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return Fold(utf8);
}

// By their names; a name of two languages means none.
const std::map<std::string, std::string>& Names() {
  static const std::map<std::string, std::string> names = [] {
    std::map<std::string, std::string> all;
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
      for (const char* language : kLanguagesOfReports) {
        icu::UnicodeString name;
        const std::string folded = Folded(icu::Locale(*code).getDisplayLanguage(icu::Locale(language), name));
        const auto [at, is_new] = all.emplace(folded, *code);
        if (!is_new && at->second != *code) at->second.clear();
      }
    }
    return all;
  }();
  return names;
}

std::optional<std::string> ByName(std::string_view written) {
  const auto found = Names().find(Fold(written));
  if (found == Names().end() || found->second.empty()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const auto tag = icu::Locale(found->second.c_str()).toLanguageTag<std::string>(status);
  return U_FAILURE(status) ? std::nullopt : std::optional(tag);
}

bool HasKnownParts(const icu::Locale& locale) {
  const std::string script = locale.getScript();
  if (!script.empty() && u_getPropertyValueEnum(UCHAR_SCRIPT, script.c_str()) == UCHAR_INVALID_CODE) return false;
  const std::string country = locale.getCountry();
  return country.empty() || country.size() == 3 || IsKnownCountry(country);
}

std::optional<std::string> ByTag(std::string_view written) {
  std::string tag(written.substr(0, written.find_first_of(".@")));  // en_US.UTF-8, as systems write it
  std::ranges::replace(tag, '_', '-');
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  char whole[ULOC_FULLNAME_CAPACITY];
  std::int32_t understood = 0;
  uloc_forLanguageTag(tag.c_str(), whole, ULOC_FULLNAME_CAPACITY, &understood, &status);
  if (U_FAILURE(status) || tag.empty() || static_cast<std::size_t>(understood) != tag.size()) return std::nullopt;
  locale.canonicalize(status);
  std::string language = locale.getLanguage();
  if (language.empty() && tag.starts_with("und")) language = kUnknownLanguage;
  if (language.size() < 2 || language.size() > 3 || !HasKnownParts(locale)) return std::nullopt;
  if (language.size() == 2 && !IsKnownLanguage(language)) {
    std::string country = tag;
    std::ranges::transform(country, country.begin(), [](char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
    if (!IsKnownCountry(country)) return std::nullopt;
    icu::Locale spoken = icu::Locale::forLanguageTag("und-" + country, status);
    spoken.addLikelySubtags(status);
    language = spoken.getLanguage();
    return U_FAILURE(status) || language.empty() ? std::nullopt : std::optional(language);
  }
  const auto canonical = locale.toLanguageTag<std::string>(status);
  return U_FAILURE(status) ? std::nullopt : std::optional(canonical);
}

}  // namespace

std::optional<std::string> LanguageMeantBy(std::string_view written) {
  const std::size_t start = written.find_first_not_of(" \t");
  if (start == std::string_view::npos) return std::nullopt;
  written = written.substr(start, written.find_last_not_of(" \t") - start + 1);
  // "Ga" is a language's name, and "ga" the tag of another one.
  const bool is_small = std::ranges::none_of(written, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!is_small) {
    if (auto tag = ByName(written)) return tag;
  }
  auto tag = ByTag(written);
  return tag && IsKnownLanguage(tag->substr(0, tag->find('-'))) ? tag : ByName(written);
}

bool IsLanguageTag(std::string_view tag) {
  return ByTag(tag) == tag;
}

}  // namespace commonground::core
