// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The commonest damage: a font is cut down to the letters in use and numbered anew without a table back (ToUnicode), so
// "The house" reads "7KH KRXVH" (each letter 29 places lower), or private characters.  How common a letter is, is about
// the same in all languages of the alphabet when "e" and "a" are weighed together; a text is compared with that at
// every distance, as one breaks a cipher of Caesar.
#include "ingest/parser/broken_letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

namespace commonground::ingest::parser {

namespace {

constexpr int kFewest = 60;
constexpr int kFewestLatin = 100;
constexpr int kFarthest = 64;  // places
constexpr double kMuchLiker =
    0.3;  // natural logarithm, a letter; measured: prose and tables reach 0.07, moved ones 1.2

// Per thousand letters, the mean of English, French, Spanish, Portuguese, German, Swahili and Indonesian.
constexpr std::array<double, 26> kCommon{118, 17, 29, 42, 121, 12, 19, 23, 83, 6,  20, 42, 28,
                                         77,  60, 22, 4,  58,  64, 60, 49, 11, 10, 3,  13, 6};

double Likely(int c) {
  if (c >= 'a' && c <= 'z') return std::log(kCommon[static_cast<std::size_t>(c - 'a')] / 1000);
  if (c >= 'A' && c <= 'Z') return std::log(kCommon[static_cast<std::size_t>(c - 'A')] / 1000 / 12);
  if (c >= '0' && c <= '9') return std::log(0.002);
  return std::log(0.0005);
}

bool IsVowel(UChar32 c) {
  constexpr std::string_view kVowels = "aeiouy";
  return c < 0x80 && kVowels.find(static_cast<char>(u_tolower(c))) != std::string_view::npos;
}

bool IsNoProse(UChar32 c) {
  constexpr std::string_view kSigns = "#$%&*+/<=>@[\\]^`{|}~";
  if (c < 0x80) return kSigns.find(static_cast<char>(c)) != std::string_view::npos;
  const auto kind = u_charType(c);
  return kind == U_MATH_SYMBOL || kind == U_CURRENCY_SYMBOL || kind == U_MODIFIER_SYMBOL || kind == U_OTHER_SYMBOL;
}

bool IsNoCharacter(UChar32 c) {
  const auto kind = u_charType(c);
  return c == 0xFFFD || kind == U_PRIVATE_USE_CHAR || kind == U_UNASSIGNED || kind == U_CONTROL_CHAR;
}

struct Counts {
  int all = 0;
  int none = 0;   // no characters
  int signs = 0;  // that no prose has
  int latin = 0;  // letters of the alphabet, with accents or without
  int letters = 0;
  int vowels = 0;
  int ascii_all = 0;
  int digits = 0;
  int arabic = 0;        // letters
  int arabic_words = 0;  // pieces between spaces with one
  std::array<int, 128> ascii{};
};

Counts Count(std::string_view text) {
  Counts counts;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  UChar32 before = 0;
  bool in_arabic = false;
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    if (c < 0 || c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      in_arabic = false;
      continue;
    }
    if (c >= 0x620 && c <= 0x6FF && u_isalpha(c)) {
      ++counts.arabic;
      counts.arabic_words += in_arabic ? 0 : 1;
      in_arabic = true;
    }
    ++counts.all;
    counts.none += IsNoCharacter(c) ? 1 : 0;
    counts.signs += IsNoProse(c) ? 1 : 0;
    counts.letters += u_isalpha(c) ? 1 : 0;
    if (c < 0x80 && (c != before || u_isalpha(c))) {  // leaders and rules are one sign, however long
      ++counts.ascii[static_cast<std::size_t>(c)];
      ++counts.ascii_all;
      counts.digits += u_isdigit(c) ? 1 : 0;
    }
    before = c;
    if (u_isalpha(c) && c < 0x250) {
      ++counts.latin;
      counts.vowels += IsVowel(c) || c >= 0xC0 ? 1 : 0;  // most letters with an accent are vowels
    }
  }
  return counts;
}

// How like a language each character is, on average, when it is moved.
double LikenessAt(const Counts& counts, int places) {
  double sum = 0;
  int all = 0;
  for (int c = 0x21; c < 0x7F; ++c) {
    const int count = counts.ascii[static_cast<std::size_t>(c)];
    if (count == 0) continue;
    sum += count * Likely(c + places);
    all += count;
  }
  return all == 0 ? 0 : sum / all;
}

}  // namespace

bool AreLettersBroken(std::string_view text) {
  const Counts counts = Count(text);
  if (counts.all < kFewest) return false;
  if (5 * counts.none > counts.all) return true;
  if (3 * counts.signs > counts.all) return true;
  // A font whose words descend from the line (Nastaliq) comes in pieces whose order is lost; words have four to five
  // letters.
  if (counts.arabic >= kFewest && 4 * counts.arabic < 11 * counts.arabic_words) return true;
  if (10 * counts.latin < 8 * counts.letters) return false;
  if (counts.latin >= kFewestLatin && 10 * counts.vowels < counts.latin) return true;
  if (counts.latin < kFewestLatin / 2 || counts.ascii_all < kFewestLatin || 3 * counts.digits > counts.ascii_all) {
    return false;
  }
  // Small letters that were moved are no longer all small: a page in capitals only is like one, and is compared as if
  // it were small.
  Counts folded = counts;
  const auto small = [&folded] {
    for (std::size_t c = 'A'; c <= 'Z'; ++c) {
      folded.ascii[c + 32] += folded.ascii[c];
      folded.ascii[c] = 0;
    }
  };
  small();
  const double as_it_is = std::max(LikenessAt(counts, 0), LikenessAt(folded, 0));
  for (int places = -kFarthest; places <= kFarthest; ++places) {
    if (places != 0 && LikenessAt(counts, places) > as_it_is + kMuchLiker) return true;
  }
  return false;
}

}  // namespace commonground::ingest::parser
