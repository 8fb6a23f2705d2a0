// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests which country a cell means.

#include "ingest/folder/countries.h"

#include <gtest/gtest.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>

namespace commonground::ingest {
namespace {

using Codes = std::vector<std::string>;

TEST(CountriesMeantBy, TakesCodesOfTwoAndThreeLettersInAnyCase) {
  for (const char* text : {"KE", "ke", "ken", "Ken", "KEN"}) EXPECT_EQ(CountriesMeantBy(text), Codes{"KEN"}) << text;
}

TEST(CountriesMeantBy, TakesNamesInFiveLanguages) {
  for (const char* text : {"Kenya", "kenya", " KENYA ", "Кения", "肯尼亚"}) {
    EXPECT_EQ(CountriesMeantBy(text), Codes{"KEN"}) << text;
  }
  for (const char* text : {"Côte d'Ivoire", "Côte d’Ivoire", "cote d ivoire", "Ivory Coast", "Кот-д’Ивуар"}) {
    EXPECT_EQ(CountriesMeantBy(text), Codes{"CIV"}) << text;
  }
  for (const char* text : {"Perú", "Peru", "Pérou", "Перу", "秘鲁", "PE"}) {
    EXPECT_EQ(CountriesMeantBy(text), Codes{"PER"}) << text;
  }
  EXPECT_EQ(CountriesMeantBy("DRC"), Codes{"COD"});
  EXPECT_EQ(CountriesMeantBy("South Korea"), Codes{"KOR"});
  EXPECT_EQ(CountriesMeantBy("Niger"), Codes{"NER"});
  EXPECT_EQ(CountriesMeantBy("Trinidad and Tobago"), Codes{"TTO"});
  EXPECT_EQ(CountriesMeantBy("Trinidad & Tobago"), Codes{"TTO"});
}

TEST(CountriesMeantBy, GivesAllThatAnAmbiguousNameCanMean) {
  for (const char* text : {"Congo", "congo", "Конго", "刚果"})
    EXPECT_EQ(CountriesMeantBy(text), (Codes{"COD", "COG"})) << text;
  for (const char* text : {"Korea", "Corée", "Corea", "Корея"})
    EXPECT_EQ(CountriesMeantBy(text), (Codes{"KOR", "PRK"})) << text;
  for (const char* text : {"Guinea", "Guinée", "Гвинея", "几内亚"}) {
    EXPECT_EQ(CountriesMeantBy(text), (Codes{"GIN", "GNB", "GNQ", "PNG"})) << text;
  }
  EXPECT_EQ(CountriesMeantBy("Virgin Islands"), (Codes{"VGB", "VIR"}));
}

TEST(CountriesMeantBy, TakesNamesAsStatesAndTheUnitedNationsWriteThem) {
  const auto means = [](const char* code, std::initializer_list<const char*> names) {
    for (const char* name : names) EXPECT_EQ(CountriesMeantBy(name), Codes{code}) << name;
  };
  means("TUR", {"Türkiye", "Turkiye", "Turkey", "Republic of Türkiye", "土耳其共和国"});
  means("MMR", {"Myanmar", "Burma", "Мьянма", "缅甸", "Birmania"});
  means("KOR", {"Republic of Korea", "Korea, Republic of", "Южная Корея", "South Korea"});
  means("USA", {"EE. UU.", "EEUU", "Соединённые Штаты Америки", "美利坚合众国", "USA", "U.S.A."});
  means("ZAF", {"RSA", "Южная Африка", "Republic of South Africa", "Sudáfrica"});
  means("PSE", {"Палестина", "State of Palestine", "巴勒斯坦"});
  means("CHN", {"中国", "中华人民共和国", "中国大陆", "People's Republic of China"});
  means("BOL", {"Bolivia (Plurinational State of)", "Bolivia, Plurinational State of", "Bolivia"});
  means("GBR", {"United Kingdom of Great Britain and Northern Ireland", "UK"});
  means("KNA", {"Saint Kitts and Nevis", "St. Kitts & Nevis"});
}

TEST(CountriesMeantBy, MeansNothingByWhatIsNoCountry) {
  for (const char* text : {"Atlantis", "KEX", "", "of", "the", "Africa", "Union", "?"}) {
    EXPECT_EQ(CountriesMeantBy(text), Codes{}) << text;
  }
}

TEST(NamesInUse, AreThoseThatPeopleWriteAndWhatElseTheyMean) {
  const auto of = [](const char* code, const char* name) {
    for (const CountryInUse& one : NamesInUse(code)) {
      if (one.name == name) return one.meant;
    }
    return Codes{};
  };
  EXPECT_EQ(of("MMR", "Burma"), Codes{"MMR"});
  EXPECT_EQ(of("COG", "Congo"), (Codes{"COD", "COG"}));
  EXPECT_EQ(of("KEN", "Burma"), Codes{});
  EXPECT_EQ(of("MMR", "Мьянма"), Codes{"MMR"});
  EXPECT_EQ(of("TUR", "Türkiye"), Codes{"TUR"});
  EXPECT_EQ(of("KEN", "Republic of Kenya"), Codes{});
  for (const char* code : {"MMR", "GBR", "COD", "XKX"}) {
    for (const CountryInUse& one : NamesInUse(code)) EXPECT_EQ(CountriesMeantBy(one.name), one.meant) << one.name;
  }
}

// Every name that a spreadsheet of one of the five languages can hold means its country, or that one among others.
TEST(CountriesMeantBy, KnowsEveryNameOfIcu) {
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    if (*code == std::string_view("XK")) continue;  // XKX here, XKK in ICU
    const icu::Locale country("", *code);
    for (const char* language : {"en", "fr", "es", "ru", "zh"}) {
      icu::UnicodeString display;
      std::string name;
      country.getDisplayCountry(icu::Locale(language), display).toUTF8String(name);
      const Codes meant = CountriesMeantBy(name);
      EXPECT_TRUE(std::find(meant.begin(), meant.end(), country.getISO3Country()) != meant.end()) << name;
    }
  }
}

}  // namespace
}  // namespace commonground::ingest
