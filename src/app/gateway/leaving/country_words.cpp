// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A line: the code, its dialling codes, and words in English, French, Spanish and Russian (in Chinese they hold the
// country's name).  Marks before a word: ^ it is meant with a capital only, = as it is written; ~ anywhere in a column:
// its words are those of a language, too.
#include "app/gateway/leaving/country_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "app/gateway/leaving/names_in_text.h"
#include "core/embedded_file.h"

namespace commonground {

std::span<const core::EmbeddedFile> CountryWordFiles();  // made by cg_embed

namespace app {

namespace {

constexpr int kFewestLetters = 4;  // of what is found in any case

template <typename Take>
void EachPart(std::string_view text, char between, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(between), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

Name MarkedName(std::string_view marked, const std::string& language, bool tongue) {
  Name name;
  name.language = language;
  name.tongue = tongue;
  const std::size_t marks = std::min(marked.find_first_not_of("^=~"), marked.size());
  name.text = marked.substr(marks);
  const std::string_view before = marked.substr(0, marks);
  if (before.find('=') != std::string_view::npos || CountLetters(name.text) < kFewestLetters) {
    name.manner = Manner::kAsWritten;
    name.inflects = false;
  } else if (before.find('^') != std::string_view::npos) {
    name.manner = Manner::kCapital;
  }
  return name;
}

std::map<std::string, std::vector<CountryWord>> ReadLines() {
  constexpr std::array<const char*, 4> kLanguages{"en", "fr", "es", "ru"};
  std::map<std::string, std::vector<CountryWord>> words;
  std::map<std::pair<std::string, Manner>, std::vector<std::string>> meant;
  EachPart(CountryWordFiles().front().bytes, '\n', [&](std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    std::vector<std::string_view> columns;
    EachPart(line, '\t', [&](std::string_view column) { columns.push_back(column); });
    if (columns.size() < 2) return;
    const std::string code(columns[0]);
    const auto add = [&](Name name) {
      meant[{name.text, name.manner}].push_back(code);
      words[code].push_back({std::move(name), {}});
    };
    EachPart(columns[1], ',', [&](std::string_view dial) { add({std::string(dial), Manner::kDial, false}); });
    for (std::size_t i = 2; i < columns.size() && i - 2 < kLanguages.size(); ++i) {
      const bool tongue = columns[i].find('~') != std::string_view::npos;
      EachPart(columns[i], ',', [&](std::string_view word) { add(MarkedName(word, kLanguages[i - 2], tongue)); });
    }
  });
  for (auto& [code, of_country] : words) {
    for (CountryWord& word : of_country) word.meant = meant[{word.name.text, word.name.manner}];
  }
  return words;
}

}  // namespace

const std::vector<CountryWord>& CountryWords(const std::string& alpha3) {
  static const auto words = ReadLines();
  static const std::vector<CountryWord> none;
  const auto found = words.find(alpha3);
  return found == words.end() ? none : found->second;
}

const std::vector<std::string>& WiderThanACountry() {
  static const std::vector<std::string> wider{
      "Latin American", "South American",  "Central American", "North American", "Inter-American",
      "Pan-American",   "American States", "latino-américain", "sud-américain",  "interaméricain",
      "Indian Ocean",   "océan Indien",    "océano Índico",    "Persian Gulf"};
  return wider;
}

std::string FlagOf(const std::string& alpha2) {
  std::string flag;
  for (const char letter : alpha2) {
    if (letter < 'A' || letter > 'Z') return {};
    flag += "\xF0\x9F\x87";
    flag += static_cast<char>(0xA6 + (letter - 'A'));
  }
  return flag;
}

}  // namespace app
}  // namespace commonground
