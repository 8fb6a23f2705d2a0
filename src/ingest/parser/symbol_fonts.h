// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Fonts whose letters are signs: a document that sets "a" in Symbol shows an alpha.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace commonground::ingest::parser {

// Does a character of this font show something else than it says?
bool IsSymbolFont(std::string_view font);

// UTF-8 of what is shown.  `code`: of the font, 0x20 to 0xFF, or as Word writes it, 0xF020 to 0xF0FF.  "□" for a sign
// that no table knows.  Symbol is known wholly (Adobe's table), of Wingdings what documents use: bullets, arrows,
// ticks, boxes, numbers in circles.  Of other fonts the code is the character.
std::string SymbolAs(std::string_view font, std::uint32_t code);

void AppendUtf8(std::string& text, std::uint32_t character);

}  // namespace commonground::ingest::parser
