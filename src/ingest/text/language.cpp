// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells the language of a text by CLD2.

#include "ingest/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "core/language_tag.h"
#include "core/scripts.h"

namespace commonground::ingest {

namespace {

constexpr int kFewestLetters = 24;  // fewer is a caption or a name: any answer would be a guess
constexpr int kWorthOfDenseLetter = 4;
constexpr int kFewestPercent = 70;

// A letter of a script that is written without spaces says more than one of an alphabet.
int Worth(UChar32 c) {
  if (u_isalpha(c) == 0) return 0;
  return core::NeedsNoSpaces(static_cast<char32_t>(c)) ? kWorthOfDenseLetter : 1;
}

bool IsTooShort(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  int letters = 0;
  for (std::int64_t at = 0; at < length && letters < kFewestLetters;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    if (c >= 0) letters += Worth(c);
  }
  return letters < kFewestLetters;
}

// CLD2's codes are those of 2008; BCP 47 has others for these languages.  "xx-..." and "zz..." are no languages but
// scripts that CLD2 has no language for, and test data.
std::string Bcp47(CLD2::Language language) {
  const std::string code = CLD2::LanguageCode(language);
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kRenamed{
      {{"jw", "jv"}, {"no", "nb"}, {"blu", "hmn"}}};
  if (code == "un" || code.starts_with("xx") || code.starts_with("zz")) return {};
  for (const auto& [was, is] : kRenamed) {
    if (code == was) return std::string(is);
  }
  return core::LanguageMeantBy(code).value_or("");
}

}  // namespace

TextLanguage DetectLanguage(std::string_view text) {
  if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) || IsTooShort(text)) return {};
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int letter_bytes = 0;
  bool is_reliable = false;
  int valid_bytes = 0;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &no_hints, 0,
                                          languages.data(), percents.data(), scores.data(), nullptr, &letter_bytes,
                                          &is_reliable, &valid_bytes);
  if (valid_bytes < static_cast<int>(text.size())) return {};
  TextLanguage found{Bcp47(languages[0]), false, percents[0]};
  if (found.code.empty()) return {};
  found.reliable = is_reliable && found.percent >= kFewestPercent;
  return found;
}

}  // namespace commonground::ingest
