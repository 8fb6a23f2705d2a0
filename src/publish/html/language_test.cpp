// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Directions of languages, known and unknown.

#include "publish/html/language.h"

#include <gtest/gtest.h>

namespace commonground::publish {
namespace {

TEST(DirectionOf, GoesByTheScriptThatALanguageIsWrittenIn) {
  for (const char* one : {"ar", "he", "fa", "ur", "ps", "dv", "yi", "ckb", "ar-Arab-EG", "az-Arab", "pa-Arab"}) {
    EXPECT_EQ(DirectionOf(one), "rtl") << one;
  }
  for (const char* one : {"en", "fr-CA", "ru", "zh-Hans", "th", "my", "az", "pa", "ar-Latn"}) {
    EXPECT_EQ(DirectionOf(one), "ltr") << one;
  }
}

TEST(DirectionOf, LeavesItToTheWordsWhereTheLanguageIsNotKnown) {
  for (const char* one : {"und", "mul", "zxx", "\"><script>"}) EXPECT_EQ(DirectionOf(one), "auto") << one;
  EXPECT_EQ(DirectionOf(""), "");
}

}  // namespace
}  // namespace commonground::publish
