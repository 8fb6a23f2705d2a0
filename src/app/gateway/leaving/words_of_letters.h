// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Words within a row of letters.
#pragma once

#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "app/gateway/leaving/letters.h"

namespace commonground::app {

inline std::string Utf8(const std::u32string& text) {
  std::string out;
  icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()), static_cast<std::int32_t>(text.size()))
      .toUTF8String(out);
  return out;
}

inline int CountOf(std::string_view letters) {
  return static_cast<int>(
      std::ranges::count_if(letters, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// The characters from `from` to `to` as they were written.
inline std::u32string WrittenIn(const Letters& text, std::size_t from, std::size_t to) {
  std::u32string out;
  for (std::size_t i = from; i < to; ++i) {
    if (text.written(i) != 0) out += text.written(i);
  }
  return out;
}

inline std::size_t WordEnd(const Letters& text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && text.gap(end) == Gap::kNone) ++end;
  return end;
}

inline bool Breaks(const Letters& text, std::size_t at) {
  return at >= text.size() || text.gap(at) != Gap::kNone;
}

}  // namespace commonground::app
