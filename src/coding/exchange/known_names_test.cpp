// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names that programs add are recognised in every language they write.

#include "coding/exchange/known_names.h"

#include <gtest/gtest.h>

namespace commonground::coding {
namespace {

TEST(KnownNames, CountriesAreKnownByCodeAndByName) {
  for (const char* text : {"KEN", "ken", "KE", " Kenya ", "KENYA", "Кения", "肯尼亚", "Kenia"}) {
    EXPECT_EQ(ReadCountry(text), model::CountryCode("KEN")) << text;
  }
  EXPECT_EQ(ReadCountry("Côte d’Ivoire"), model::CountryCode("CIV"));
}

TEST(KnownNames, WhatIsNoCountryIsNone) {
  for (const char* text : {"", " ", "Kenya, Uganda", "Africa", "K", "XYZ", "Amber Coast", "Kenyan"}) {
    EXPECT_EQ(ReadCountry(text), std::nullopt) << text;
  }
}

TEST(KnownNames, LanguagesAreKnownByTagAndByName) {
  EXPECT_EQ(ReadLanguage("fr"), "fr");
  EXPECT_EQ(ReadLanguage("FR"), "fr");
  EXPECT_EQ(ReadLanguage("eng"), "en");
  EXPECT_EQ(ReadLanguage("pt_br"), "pt-BR");
  EXPECT_EQ(ReadLanguage("zh-hans"), "zh-Hans");
  for (const char* text : {"French", "français", "francés", "французский", "法语"}) {
    EXPECT_EQ(ReadLanguage(text), "fr") << text;
  }
  EXPECT_EQ(ReadLanguage("Swahili"), "sw");
}

TEST(KnownNames, WhatIsNoLanguageIsNone) {
  for (const char* text : {"", "mixed", "klingonian", "en-", "en fr", "x-secret", "12", "qqq"}) {
    EXPECT_EQ(ReadLanguage(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace commonground::coding
