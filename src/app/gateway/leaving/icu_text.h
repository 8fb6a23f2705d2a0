// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Text as ICU takes it, cut into words, and searched by patterns.
#pragma once

#include <unicode/locid.h>
#include <unicode/regex.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/check.h"

namespace commonground::app {

inline icu::UnicodeString Wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

inline std::string ToUtf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

inline std::string LowerCase(std::string_view text) {
  return ToUtf8(Wide(text).toLower(icu::Locale::getRoot()));
}

// Runs of letters, digits, their marks and what may stand within a word.
inline std::vector<icu::UnicodeString> WideWordsOf(const icu::UnicodeString& text) {
  std::vector<icu::UnicodeString> words(1);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) {
      words.back().append(c);
    } else if (!words.back().isEmpty()) {
      words.emplace_back();
    }
  }
  if (words.back().isEmpty()) words.pop_back();
  return words;
}

inline std::unique_ptr<icu::RegexPattern> CompiledPattern(const char* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  std::unique_ptr<icu::RegexPattern> compiled(icu::RegexPattern::compile(Wide(pattern), where, status));
  CG_CHECK(U_SUCCESS(status), "the patterns of this file are well-formed");
  return compiled;
}

inline std::vector<std::string> AllMatches(const icu::RegexPattern& pattern, const std::string& text, int group) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString input = Wide(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(pattern.matcher(input, status));
  std::vector<std::string> found;
  while (U_SUCCESS(status) && matcher->find(status)) found.push_back(ToUtf8(matcher->group(group, status)));
  return found;
}

}  // namespace commonground::app
