// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Syllables are put together from their letters; signs and hanja are the rows of KS X 1001, two for each first byte,
// which code page 949 has too.
#include "ingest/parser/johab.h"

#include <optional>

namespace commonground::ingest::parser {

namespace {

constexpr int kNone = -1;  // no letter here
constexpr int kBad = -2;
constexpr char16_t kNotJohab = 0xFFFD;

int InitialOf(unsigned code) {
  if (code == 1) return kNone;
  return code >= 2 && code <= 20 ? static_cast<int>(code) - 2 : kBad;
}

int VowelOf(unsigned code) {
  if (code == 2) return kNone;
  if (code >= 3 && code <= 7) return static_cast<int>(code) - 3;
  if (code >= 10 && code <= 15) return static_cast<int>(code) - 5;
  if (code >= 18 && code <= 23) return static_cast<int>(code) - 7;
  if (code >= 26 && code <= 29) return static_cast<int>(code) - 9;
  return kBad;
}

int FinalOf(unsigned code) {
  if (code == 1) return kNone;
  if (code >= 2 && code <= 17) return static_cast<int>(code) - 1;
  return code >= 19 && code <= 29 ? static_cast<int>(code) - 2 : kBad;
}

// A syllable, or one letter alone.
std::optional<char16_t> Hangul(unsigned pair) {
  // Letters alone, in the order of initials and of finals.
  constexpr std::u16string_view kInitials = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  constexpr std::u16string_view kFinals = u"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
  const int initial = InitialOf((pair >> 10U) & 31U);
  const int vowel = VowelOf((pair >> 5U) & 31U);
  const int final = FinalOf(pair & 31U);
  if (initial == kBad || vowel == kBad || final == kBad) return std::nullopt;
  if (initial >= 0 && vowel >= 0) {
    return static_cast<char16_t>(0xAC00 + (initial * 21 + vowel) * 28 + (final == kNone ? 0 : final));
  }
  if (initial >= 0 && final == kNone) return kInitials[static_cast<std::size_t>(initial)];
  if (initial == kNone && vowel >= 0 && final == kNone) return static_cast<char16_t>(0x314F + vowel);
  if (initial == kNone && vowel == kNone && final >= 0) return kFinals[static_cast<std::size_t>(final - 1)];
  return std::nullopt;
}

// Of a row of KS X 1001, in code page 949; empty: none.
std::string OfRows(unsigned first, unsigned second) {
  const bool second_is = (second >= 0x31 && second <= 0x7E) || (second >= 0x91 && second <= 0xFE);
  if (!second_is || first < 0xD9 || first == 0xDF || first > 0xF9) return {};
  unsigned row = first < 0xE0 ? 2 * (first - 0xD9) + 0x21 : 2 * (first - 0xE0) + 0x4A;
  unsigned cell = 0;
  if (second >= 0xA1) {
    ++row;
    cell = second - 0x80;
  } else {
    cell = second >= 0x91 ? second - 0x22 : second - 0x10;
  }
  return {static_cast<char>(row + 0x80), static_cast<char>(cell + 0x80)};
}

char16_t OnePair(unsigned first, unsigned second, const std::function<std::u16string(std::string_view)>& in_949) {
  if (first >= 0x84 && first <= 0xD3) return Hangul(first * 256U + second).value_or(kNotJohab);
  const std::string of_rows = OfRows(first, second);
  if (of_rows.empty()) return kNotJohab;
  const std::u16string letter = in_949(of_rows);
  const bool is_private = letter.size() == 1 && letter[0] >= 0xE000 && letter[0] < 0xF900;
  return letter.size() == 1 && !is_private ? letter[0] : kNotJohab;
}

}  // namespace

std::u16string FromJohab(std::string_view bytes, const std::function<std::u16string(std::string_view)>& in_949) {
  std::u16string out;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    if (first < 0x80) {
      out += static_cast<char16_t>(first);
    } else if (at + 1 == bytes.size()) {
      out += kNotJohab;
    } else {
      out += OnePair(first, static_cast<unsigned char>(bytes[++at]), in_949);
    }
  }
  return out;
}

}  // namespace commonground::ingest::parser
