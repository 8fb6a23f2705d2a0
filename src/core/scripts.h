// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a letter is to the word it stands in: the only table of scripts.
#pragma once

namespace commonground::core {

namespace internal {
bool IsWordPartBeyondAscii(char32_t c);
bool IsOfAScriptWithoutSpaces(char32_t c);
}  // namespace internal

// Part of a word: letters, digits, marks.
inline bool IsWordPart(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
  return internal::IsWordPartBeyondAscii(c);
}

// Of a script that writes no spaces between words: ideographs, kana, Thai, Lao, Khmer, Burmese.  Their words are found
// by a dictionary, and a letter of them says more than one of an alphabet.
inline bool NeedsNoSpaces(char32_t c) {
  return c >= 0x0E00 && internal::IsOfAScriptWithoutSpaces(c);
}

// Of a script whose marks are accents or points that a word is often written without: Latin, Greek, Cyrillic, Hebrew,
// Arabic, Syriac.
bool HasAccents(char32_t c);

}  // namespace commonground::core
