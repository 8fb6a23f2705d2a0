// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds where a title says its name and where it says what it is.

#include "publish/titles.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>

namespace commonground::publish {

std::string Capital(std::string_view text) {
  icu::UnicodeString words = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  const std::int32_t first = words.moveIndex32(0, 1);
  words.replace(0, first, icu::UnicodeString(words, 0, first).toUpper());
  std::string capital;
  words.toUTF8String(capital);
  return capital;
}

Span WithCapital(Span span) {
  span.text = Capital(span.text);
  return span;
}

Spans WithCapital(Spans spans) {
  if (!spans.empty()) spans.front().text = Capital(spans.front().text);
  return spans;
}

TitleLines LinesOf(const std::string& title) {
  constexpr std::string_view kWide = "：";
  const std::size_t narrow = title.find(": ");
  const std::size_t wide = title.find(kWide);
  const std::size_t at = std::min(narrow, wide);
  if (at == std::string::npos) return {title, {}};
  std::size_t end = at;
  while (end > 0 && title[end - 1] == ' ') --end;  // French has a space before it
  if (title.substr(0, end).ends_with("\u00a0")) end -= 2;
  const std::size_t begin = title.find_first_not_of(' ', at + (at == narrow ? 1 : kWide.size()));
  if (end == 0 || begin == std::string::npos) return {title, {}};
  return {title.substr(0, end), Capital(std::string_view(title).substr(begin))};
}

}  // namespace commonground::publish
