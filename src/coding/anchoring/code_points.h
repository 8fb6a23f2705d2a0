// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A text as code points, so that places are indices.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace commonground::coding {

using Letters = std::u32string;
using CodePointsView = std::u32string_view;

// Requires: valid UTF-8.  Cost: linear.
Letters ToLetters(std::string_view utf8);

// Part of a word: letters, digits, marks.
bool IsWordLetter(char32_t c);
// A letter that is a word, or part of one, without spaces: ideographs, kana, Thai, Lao, Khmer, Burmese.
bool StandsAlone(char32_t c);

// Number of letters from `at` that make one token: a word, a letter that stands alone, a space, a mark.
std::size_t TokenLength(CodePointsView text, std::size_t at);

// Where `words` first stand in `text` at or after `from`; npos if nowhere.  Requires: words are not empty.
// Cost: linear, also where both repeat themselves (std::u32string_view::find takes the product of both lengths there).
std::size_t Find(CodePointsView text, CodePointsView words, std::size_t from);

}  // namespace commonground::coding
