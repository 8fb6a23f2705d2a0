// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes the numbers of list items, in each style of numbering.

#include "ingest/parser/list_number.h"

#include <algorithm>
#include <array>
#include <utility>

namespace commonground::ingest::parser {

namespace {

// a … z, aa, bb (DOCX) or aa, ab (HTML, ODT): the forms agree up to 26; past it the second is written.
std::string Letters(int number, char first) {
  std::string letters;
  for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>(first + (rest - 1) % 26));
  }
  return letters;
}

std::string Roman(int number, bool large) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kSigns{{{1000, "m"},
                                                                     {900, "cm"},
                                                                     {500, "d"},
                                                                     {400, "cd"},
                                                                     {100, "c"},
                                                                     {90, "xc"},
                                                                     {50, "l"},
                                                                     {40, "xl"},
                                                                     {10, "x"},
                                                                     {9, "ix"},
                                                                     {5, "v"},
                                                                     {4, "iv"},
                                                                     {1, "i"}}};
  std::string roman;
  for (const auto& [value, sign] : kSigns) {
    for (; number >= value; number -= value) roman += sign;
  }
  if (large) std::ranges::transform(roman, roman.begin(), [](char c) { return static_cast<char>(c - 32); });
  return roman;
}

}  // namespace

std::string NumberAs(std::string_view form, int number) {
  if (form.empty() || form == "none" || form == "bullet") return {};
  if (number > 0 && number < 4000) {
    if (form == "lowerRoman" || form == "i" || form == "lower-roman") return Roman(number, false);
    if (form == "upperRoman" || form == "I" || form == "upper-roman") return Roman(number, true);
    if (form == "lowerLetter" || form == "a" || form == "lower-alpha" || form == "lower-latin")
      return Letters(number, 'a');
    if (form == "upperLetter" || form == "A" || form == "upper-alpha" || form == "upper-latin")
      return Letters(number, 'A');
  }
  const std::string digits = std::to_string(number);
  return (form == "decimalZero" || form == "decimal-leading-zero") && number >= 0 && number < 10 ? "0" + digits
                                                                                                 : digits;
}

}  // namespace commonground::ingest::parser
