// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Steps from letter to letter of valid UTF-8.  Bytes that are none give U+FFFD, and no step leaves the text.
#pragma once

#include <unicode/utf8.h>

#include <cstdint>
#include <string_view>

namespace commonground::core {

// Requires: at < text.size().
inline UChar32 LetterAt(std::string_view text, std::size_t at) {
  auto place = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), place, static_cast<std::int64_t>(text.size()), c);
  return c;
}

inline std::size_t NextLetter(std::string_view text, std::size_t at) {
  auto place = static_cast<std::int64_t>(at);
  U8_FWD_1(reinterpret_cast<const std::uint8_t*>(text.data()), place, static_cast<std::int64_t>(text.size()));
  return static_cast<std::size_t>(place);
}

// Requires: 0 < at <= text.size(), where a letter ends.
inline std::size_t PreviousLetter(std::string_view text, std::size_t at) {
  const std::size_t first = at > 4 ? at - 4 : 0;
  --at;
  while (at > first && U8_IS_TRAIL(static_cast<std::uint8_t>(text[at]))) --at;
  return at;
}

inline UChar32 LetterBefore(std::string_view text, std::size_t at) {
  return LetterAt(text, PreviousLetter(text, at));
}

}  // namespace commonground::core
