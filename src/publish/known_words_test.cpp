// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a study has in common with the program is translated; what is its own keeps its language.

#include "publish/known_words.h"

#include <gtest/gtest.h>

namespace commonground::publish {
namespace {

TEST(KnownWords, RegionsOfTheFrameAreInTheLanguageOfTheReport) {
  const Words french = Words::For("fr").value();
  EXPECT_EQ(RegionWords("Africa", french), "Afrique");
  EXPECT_EQ(RegionWords("Asia and the Pacific", french), "Asie et Pacifique");
  EXPECT_EQ(RegionWords("Asia and the Pacific", Words::For("en").value()), "Asia and the Pacific");
  EXPECT_EQ(RegionWords("Southern Africa", french), "Southern Africa") << "a study's own";
}

TEST(KnownWords, KindsOfSourcesAndFactsSayWhoseTheyAre) {
  const Words russian = Words::For("ru").value();
  EXPECT_EQ(SourceKindWords("web page", russian, "en").text, "веб-страница");
  EXPECT_EQ(SourceKindWords("web page", russian, "en").language, "");
  EXPECT_EQ(SourceKindWords("postcard", russian, "en").text, "postcard");
  EXPECT_EQ(SourceKindWords("postcard", russian, "en").language, "en");
  EXPECT_EQ(FactWords("hiv_prevention_work_since", Words::For("en").value(), "").text, "HIV prevention work since");
  EXPECT_EQ(FactWords("founded", russian, "en").text, "год основания");
  EXPECT_EQ(FactWords("colour_of_door", russian, "en").text, "colour of door");
  EXPECT_EQ(FactWords("colour_of_door", russian, "en").language, "en");
}

TEST(Words, AListEndsAsTheLanguageEndsIt) {
  const auto list = [](const char* language) { return Words::For(language).value().List({"a", "b", "c"}); };
  EXPECT_EQ(list("en"), "a, b and c");
  EXPECT_EQ(list("fr"), "a, b et c");
  EXPECT_EQ(list("es"), "a, b y c");
  EXPECT_EQ(list("ru"), "a, b и c");
  EXPECT_EQ(list("zh"), "a、b和c");
}

}  // namespace
}  // namespace commonground::publish
