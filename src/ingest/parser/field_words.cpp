// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads the words in instructions of fields (SYMBOL, EQ, MACROBUTTON and the like).

#include "ingest/parser/field_words.h"

#include <algorithm>
#include <cstdlib>

#include "ingest/parser/symbol_fonts.h"

namespace commonground::ingest::parser {

namespace {

std::string_view Word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const std::string_view word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(word.size());
  return word;
}

// SYMBOL 183 \f "Symbol"
std::string Sign(std::string_view rest) {
  const int code = std::clamp(std::atoi(std::string(Word(rest)).c_str()), 0, 0xFFFF);
  std::string font;
  if (const std::size_t named = rest.find("\\f"); named != std::string_view::npos) {
    const std::size_t from = std::min(rest.find_first_not_of(" \"", named + 2), rest.size());
    font = rest.substr(from, std::min(rest.find_first_of("\"\\", from), rest.size()) - from);
    while (font.ends_with(' ')) font.pop_back();
  }
  return SymbolAs(font, static_cast<std::uint32_t>(code));
}

// EQ \o\ad(\s\up 9(above),below): brackets, commas and switches part the words.
std::string Formula(std::string_view rest) {
  std::string shown;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    const char c = rest[at];
    if (c == '\\' && at + 1 < rest.size()) {
      while (at + 1 < rest.size() && std::string_view("(),; \\").find(rest[at + 1]) == std::string_view::npos) ++at;
      // A switch may have a number: "\up 9(".
      std::size_t number = at + 1;
      while (number < rest.size() && (rest[number] == ' ' || (rest[number] >= '0' && rest[number] <= '9'))) ++number;
      if (number < rest.size() && (rest[number] == '(' || rest[number] == '\\')) at = number - 1;
      shown += ' ';
    } else {
      shown += c == '(' || c == ')' || c == ',' || c == ';' ? ' ' : c;
    }
  }
  return shown;
}

}  // namespace

std::string ShownByInstruction(std::string_view instruction) {
  std::string name(Word(instruction));
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (name == "SYMBOL") return Sign(instruction);
  if (name == "EQ") return Formula(instruction);
  if (name != "MACROBUTTON" && name != "GOTOBUTTON") return {};
  Word(instruction);
  return std::string(instruction.substr(std::min(instruction.find_first_not_of(' '), instruction.size())));
}

}  // namespace commonground::ingest::parser
