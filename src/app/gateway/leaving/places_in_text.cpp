// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Places as people write them in a cell, and what else they are called.
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "app/gateway/leaving/icu_text.h"
#include "app/gateway/leaving/names_in_text.h"
#include "core/embedded_file.h"

namespace commonground {

std::span<const core::EmbeddedFile> CityNameFiles();  // made by cg_embed

namespace app {

using icu::UnicodeString;

std::vector<std::string> PlacesIn(const std::string& text) {
  if (text.empty()) return {};
  static const auto after = CompiledPattern(
      R"((?<!\p{L})(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|of|[Aa]round|[Oo]utside|to|[Àà]|[Aa]ux?|[Ee]n|de|du|des|[Aa]|[Cc]erca de|[Ee]m|[Nn][oa]|d[oa]|[Вв]о?|[Ии]з|[Пп]од|[Оо]коло|г\.)\s+(\p{Lu}[\p{L}\p{M}'’-]+(?:[ -]\p{Lu}[\p{L}\p{M}'’-]+)*))");
  std::vector<std::string> places;
  for (const std::string& place : AllMatches(*after, text, 1)) {
    const auto words = WideWordsOf(Wide(place));
    const bool ordinary =
        std::ranges::all_of(words, [](const UnicodeString& word) { return IsCommonWord(ToUtf8(word)); });
    if (!ordinary && CountLetters(place) >= 3) places.push_back(place);
  }
  return places;
}

namespace {

constexpr std::string_view kOfStreet[]{
    "street", "road",  "avenue",   "lane",   "rue",    "boulevard", "calle", "avenida", "улица",   "ул",  "проспект",
    "дом",    "floor", "building", "house",  "square", "place",     "plaza", "straße",  "strasse", "way", "drive",
    "city",   "town",  "ville",    "ciudad", "город",  "г",         "plot",  "block",   "suite",   "box"};

bool BeginsAName(const UnicodeString& word) {
  const UChar32 first = word.char32At(0);
  return u_isalpha(first) && !u_islower(first);
}

// "12 Kimathi Street" from "Kimathi" on, and what is left of it without the words that every street has.
void AddFromItsName(const std::string& part, std::vector<std::string>& parts) {
  static const auto name = CompiledPattern(R"([\p{Lu}\p{Lo}\p{Lt}][\p{L}\p{M}\p{Nd}'’. -]*)");
  const std::vector<std::string> found = AllMatches(*name, part, 0);
  if (found.empty()) return;
  parts.push_back(found.front());
  std::string own;
  int own_words = 0;
  int words = 0;
  for (const UnicodeString& word : WideWordsOf(Wide(found.front()))) {
    ++words;
    if (std::ranges::find(kOfStreet, LowerCase(ToUtf8(word))) != std::end(kOfStreet)) continue;
    own += (own.empty() ? "" : " ") + ToUtf8(word);
    ++own_words;
  }
  if (own_words < words && CountLetters(own) >= 5 && !IsCommonWord(own)) parts.push_back(own);
  // Санкт-Петербург is called Петербург, too.
  static const auto saint = CompiledPattern(R"(^(?:Санкт|Sankt|Saint|Sint|St\.?)[- ]+(\p{Lu}[\p{L}\p{M}]{7,})$)");
  for (const std::string& rest : AllMatches(*saint, found.front(), 1)) parts.push_back(rest);
}

}  // namespace

std::vector<std::string> PartsOfPlace(const std::string& text) {
  std::vector<std::string> parts;
  static const auto between = CompiledPattern(R"([^,;/|\n、，]+)");
  for (const std::string& part : AllMatches(*between, text, 0)) {
    const auto words = WideWordsOf(Wide(part));
    // "national" and "2 rooms" place nobody.
    if (words.empty() || std::ranges::none_of(words, BeginsAName)) continue;
    const bool begins = BeginsAName(words[0]);
    const bool joined = part.find_first_of("'-") < part.size() || part.find("’") != std::string::npos ||
                        part.find("‘") != std::string::npos || part.find("ʼ") != std::string::npos;
    if (begins || (joined && !u_isdigit(words[0].char32At(0)))) parts.push_back(part);
    AddFromItsName(part, parts);
  }
  return parts;
}

namespace {

constexpr const char* kCityLanguages[]{"en", "fr", "es", "pt", "ru", "zh"};

std::string CityKey(std::string_view name) {
  std::string key;
  for (const UnicodeString& word : WideWordsOf(Wide(LowerCase(name)))) key += ToUtf8(word);
  return key;
}

// By a name, all of the same city.
std::map<std::string, std::vector<std::string>> ReadCities() {
  std::map<std::string, std::vector<std::string>> cities;
  const auto add = [&](const std::set<std::string>& names) {
    for (const std::string& name : names) {
      auto& others = cities[CityKey(name)];
      others.insert(others.end(), names.begin(), names.end());
    }
  };
  std::string_view lines = CityNameFiles().front().bytes;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty() || line.front() == '#') continue;
    std::set<std::string> names;
    while (!line.empty()) {
      const std::size_t tab = std::min(line.find('\t'), line.size());
      names.insert(std::string(line.substr(0, tab)));
      line.remove_prefix(std::min(tab + 1, line.size()));
    }
    add(names);
  }
  UErrorCode status = U_ZERO_ERROR;
  std::vector<std::unique_ptr<icu::TimeZoneNames>> by_language;
  for (const char* language : kCityLanguages) {
    by_language.emplace_back(icu::TimeZoneNames::createInstance(icu::Locale(language), status));
  }
  const std::unique_ptr<icu::StringEnumeration> zones(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  while (U_SUCCESS(status) && zones) {
    const UnicodeString* zone = zones->snext(status);
    if (zone == nullptr) break;
    std::set<std::string> names;
    for (const auto& in_language : by_language) {
      UnicodeString name;
      if (in_language) in_language->getExemplarLocationName(*zone, name);
      if (!name.isEmpty() && !name.isBogus()) names.insert(ToUtf8(name));
    }
    add(names);
  }
  return cities;
}

}  // namespace

std::vector<std::string> OtherNamesOfCity(const std::string& city) {
  static const auto cities = ReadCities();
  const auto found = cities.find(CityKey(city));
  return found == cities.end() ? std::vector<std::string>() : found->second;
}

std::vector<std::string> FormsOfShortPlace(const std::string& place) {
  const UnicodeString name = Wide(place);
  const int letters = CountLetters(place);
  if (letters > 5 || !HasCase(place)) return {};
  std::vector<std::string> forms;
  const std::string ascii = InLatinLetters(place, Latin::kRussian);
  if (ascii != place && CountLetters(ascii) >= 3) forms.push_back(ascii);
  const bool cyrillic = name.charAt(0) >= 0x400 && name.charAt(0) < 0x530;
  if (cyrillic && letters <= 3) {
    for (const char* ending : {"а", "у", "е", "и", "ы", "ом", "ем", "ой", "ский", "ская", "ской", "ских"}) {
      forms.push_back(place + ending);
    }
  }
  return forms;
}

}  // namespace app
}  // namespace commonground
