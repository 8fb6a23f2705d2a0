// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests which texts are tags of languages (BCP 47).

#include "core/language_tag.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace commonground::core {
namespace {

TEST(LanguageTag, IsWrittenAsIcuWritesIt) {
  for (const char* tag : {"en", "fr", "pt-BR", "zh", "zh-Hant", "zh-CN", "sr-Latn", "es-419", "und", "quc", "mam",
                          "fil", "ar", "sw", "en-GB", "zh-Hant-TW", "nb", "ga"}) {
    EXPECT_TRUE(IsLanguageTag(tag)) << tag;
  }
  for (const char* tag : {"",      "English", "english",  "zh_CN",    "pt-br", "EN",    "en-",     "-en",
                          "en fr", "e",       "en-UK",    "iw",       "eng",   "jp",    "xx",      "en-Abcd-US-",
                          "en,fr", "en\n",    "français", "x-secret", "12",    "en-QX", "en.UTF-8"}) {
    EXPECT_FALSE(IsLanguageTag(tag)) << tag;
  }
}

TEST(LanguageTag, IsFoundWhereItIsMeant) {
  for (const auto& [written, meant] : std::vector<std::array<const char*, 2>>{
           {"english", "en"},      {"English", "en"}, {" ENGLISH ", "en"}, {"zh_CN", "zh-CN"}, {"pt-br", "pt-BR"},
           {"PT", "pt"},           {"eng", "en"},     {"iw", "he"},        {"en-UK", "en-GB"}, {"en_US.UTF-8", "en-US"},
           {"ZH-HANT", "zh-Hant"}, {"jp", "ja"},      {"cz", "cs"},        {"ua", "uk"},       {"français", "fr"},
           {"francais", "fr"},     {"español", "es"}, {"русский", "ru"},   {"中文", "zh"},     {"Swahili", "sw"},
           {"киргизский", "ky"},   {"ga", "ga"},      {"fr", "fr"},        {"und", "und"}}) {
    EXPECT_EQ(LanguageMeantBy(written), meant) << written;
    EXPECT_TRUE(IsLanguageTag(*LanguageMeantBy(written))) << written;
  }
  for (const char* written :
       {"", " ", "klingonian", "mixed", "en fr", "en-", "12", "xx", "x-secret", "qqq", "all", "?", "en/fr"}) {
    EXPECT_EQ(LanguageMeantBy(written), std::nullopt) << written;
  }
}

}  // namespace
}  // namespace commonground::core
