// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes text of a figure in lines that fit.

#include "publish/html/svg_text.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace commonground::publish {

namespace {

constexpr double kLetter = 0.6;

double WidthOf(UChar32 c) {
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 1.0 : kLetter;
}

}  // namespace

std::vector<std::string> LinesOf(std::string_view text, double ems) {
  std::vector<std::string> lines(1);
  double line = 0;
  std::string word;
  double wide = 0;
  const auto put = [&] {
    if (word.empty()) return;
    const double space = lines.back().empty() ? 0 : kLetter;
    if (space > 0 && line + space + wide > ems) {
      lines.emplace_back();
      line = 0;
    } else if (space > 0) {
      lines.back() += ' ';
      line += space;
    }
    lines.back() += word;
    line += wide;
    word.clear();
    wide = 0;
  };
  const icu::UnicodeString all =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  for (std::int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
    const UChar32 c = all.char32At(at);
    if (c == ' ' || c == '\n') {
      put();
      continue;
    }
    const double one = WidthOf(c);
    if (wide > 0 && wide + one > ems) {  // a word, or a line without spaces, that is too long
      put();
      lines.emplace_back();
      line = 0;
    }
    icu::UnicodeString(c).toUTF8String(word);
    wide += one;
  }
  put();
  return lines;
}

}  // namespace commonground::publish
