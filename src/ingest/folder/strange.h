// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What spreadsheet programs and keyboards put into cells without anybody seeing it: errors of formulas, days made of
// shares, characters that nobody sees or that look like others.  Threads: any.
#pragma once

#include <unicode/umachine.h>

#include <string>
#include <string_view>
#include <vector>

namespace commonground::ingest {

// Takes no room, or looks like a space: ZERO WIDTH SPACE, BYTE ORDER MARK, NO-BREAK SPACE, SOFT HYPHEN and the like.
bool IsInvisible(UChar32 c);

// Without spaces, tabs, line ends and invisible characters around it.
std::string_view Bare(std::string_view text);

// "#REF!", "#N/A", "#ССЫЛКА!", "Err:502": what a formula that went wrong leaves behind.
bool IsErrorCell(std::string_view text);

// Names the first character of an id that nobody sees or that looks like another: "holds a ZERO WIDTH SPACE (U+200B),
// which nobody sees"; "has CYRILLIC SMALL LETTER A (U+0430), which looks like a".  Empty if there is none.
std::string StrangeCharacter(std::string_view id);
// The id with what it looks like: "lamp" of "lаmp" and of "lamp" with a ZERO WIDTH SPACE.
std::string LooksLike(std::string_view id);

// Of a word in two scripts: the word in one of them, by its letters that look alike, and what is said of the first of
// the others: "has LATIN SMALL LETTER E (U+0065), which looks like е" of "Кeния".
struct OneScript {
  std::string text;
  std::string what;
};
std::vector<OneScript> InOneScript(std::string_view text);

}  // namespace commonground::ingest
