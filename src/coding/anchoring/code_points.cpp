// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Views a text as code points, for comparing.

#include "coding/anchoring/code_points.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "core/scripts.h"

namespace commonground::coding {

Letters ToLetters(std::string_view utf8) {
  Letters letters;
  letters.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int64_t>(utf8.size());
  for (std::int64_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    letters.push_back(c < 0 ? U'\uFFFD' : static_cast<char32_t>(c));
  }
  return letters;
}

bool IsWordLetter(char32_t c) {
  return core::IsWordPart(c);
}

bool StandsAlone(char32_t c) {
  return core::NeedsNoSpaces(c);
}

std::size_t TokenLength(CodePointsView text, std::size_t at) {
  if (!IsWordLetter(text[at]) || StandsAlone(text[at])) return 1;
  std::size_t end = at + 1;
  while (end < text.size() && IsWordLetter(text[end]) && !StandsAlone(text[end])) ++end;
  return end - at;
}

std::size_t Find(CodePointsView text, CodePointsView words, std::size_t from) {
  constexpr std::size_t kLetter = sizeof(char32_t);
  const char* const begin = reinterpret_cast<const char*>(text.data());
  const char* const end = begin + text.size() * kLetter;
  for (const char* at = begin + std::min(from, text.size()) * kLetter; at < end;) {
    // The C library's search is linear (two-way, M. Crochemore and D. Perrin 1991), but looks at bytes.
    const void* found = memmem(at, static_cast<std::size_t>(end - at), words.data(), words.size() * kLetter);
    if (found == nullptr) break;
    at = static_cast<const char*>(found);
    const auto bytes = static_cast<std::size_t>(at - begin);
    if (bytes % kLetter == 0) return bytes / kLetter;
    at += kLetter - bytes % kLetter;
  }
  return CodePointsView::npos;
}

}  // namespace commonground::coding
