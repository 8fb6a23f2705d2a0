// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a letter is to the word it stands in: the only table of scripts.
#pragma once

namespace commonground::core {

// Part of a word: letters, digits, marks.
bool IsWordPart(char32_t c);

// Of a script that writes no spaces between words: ideographs, kana, Thai, Lao, Khmer, Burmese.  Their words are found
// by a dictionary, and a letter of them says more than one of an alphabet.
bool NeedsNoSpaces(char32_t c);

}  // namespace commonground::core
