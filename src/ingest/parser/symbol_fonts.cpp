// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The tables of symbol fonts, as Unicode.

#include "ingest/parser/symbol_fonts.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

namespace commonground::ingest::parser {

namespace {

using namespace std::string_view_literals;

// https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt; from 0x20 to 0x7E, and from 0xA0 to 0xFE.
constexpr std::u32string_view kLow =
    U" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr std::u32string_view kHigh =
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪□〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";
static_assert(kLow.size() == 0x7F - 0x20 && kHigh.size() == 0xFF - 0xA0);

constexpr std::array<std::pair<std::uint32_t, char32_t>, 38> kWingdings{
    {{0x22, U'✂'}, {0x28, U'☎'}, {0x2A, U'✉'}, {0x36, U'⌛'}, {0x45, U'☜'}, {0x46, U'☞'}, {0x47, U'☝'}, {0x48, U'☟'},
     {0x4A, U'☺'}, {0x4C, U'☹'}, {0x6C, U'●'}, {0x6D, U'❍'}, {0x6E, U'■'}, {0x6F, U'□'}, {0x71, U'❑'}, {0x72, U'❒'},
     {0x73, U'⬧'}, {0x74, U'⧫'}, {0x75, U'◆'}, {0x76, U'❖'}, {0x77, U'⬥'}, {0x9F, U'•'}, {0xA7, U'▪'}, {0xA8, U'◻'},
     {0xD8, U'➢'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE1, U'↑'}, {0xE2, U'↓'}, {0xE8, U'➔'}, {0xEF, U'⇦'}, {0xF0, U'⇨'},
     {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'}, {0x20, U' '}, {0x80, U'⓪'}}};

std::uint32_t Wingding(std::uint32_t code) {
  if (code >= 0x81 && code <= 0x8A) return U'①' + (code - 0x81);
  if (code >= 0x8C && code <= 0x95) return U'❶' + (code - 0x8C);
  const auto row = std::ranges::find(kWingdings, code, [](const auto& one) { return one.first; });
  return row == kWingdings.end() ? U'□' : row->second;
}

bool Is(std::string_view font, std::string_view name) {
  return std::ranges::equal(font, name, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

}  // namespace

bool IsSymbolFont(std::string_view font) {
  return Is(font, "symbol"sv) || Is(font.substr(0, 9), "wingdings"sv) || Is(font, "webdings"sv);
}

void AppendUtf8(std::string& text, std::uint32_t character) {
  std::array<std::uint8_t, 4> bytes{};
  std::int32_t size = 0;
  UBool bad = false;
  U8_APPEND(bytes.data(), size, 4, static_cast<UChar32>(character), bad);
  if (!bad) text.append(bytes.begin(), bytes.begin() + size);
}

std::string SymbolAs(std::string_view font, std::uint32_t code) {
  if (code >= 0xF000 && code <= 0xF0FF) code -= 0xF000;
  std::uint32_t shown = code;
  if (Is(font, "symbol"sv)) {
    shown = code >= 0x20 && code < 0x7F ? kLow[code - 0x20] : code >= 0xA0 && code < 0xFF ? kHigh[code - 0xA0] : U'□';
  } else if (Is(font, "wingdings"sv)) {
    shown = Wingding(code);
  } else if (IsSymbolFont(font) || code < 0x20) {
    shown = U'□';
  }
  std::string text;
  AppendUtf8(text, shown);
  return text;
}

}  // namespace commonground::ingest::parser
