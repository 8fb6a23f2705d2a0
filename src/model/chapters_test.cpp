// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the name of a chapter says.
#include "model/chapters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace commonground::model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ChapterNames, EndInTheirLanguage) {
  EXPECT_EQ(LanguageOfChapter("summary.fr"), "fr");
  EXPECT_EQ(WithoutLanguage("summary.fr"), "summary");
  EXPECT_EQ(WithoutLanguage("practice-INT.3.1.zh"), "practice-INT.3.1");
  for (const char* name :
       {"summary", "practice-INT.3.1", "case-a.b", "summary.de", "summary.FR", "fr", "summary.", ""}) {
    EXPECT_EQ(LanguageOfChapter(name), "") << name;
    EXPECT_EQ(WithoutLanguage(name), name);
  }
}

TEST(ChapterNames, CanMeanTwoThings) {
  EXPECT_THAT(SubjectsOfChapter("case-lamp", kCaseChapter), ElementsAre("lamp"));
  EXPECT_THAT(SubjectsOfChapter("case-lamp.fr", kCaseChapter), ElementsAre("lamp.fr", "lamp"));
  EXPECT_THAT(SubjectsOfChapter("summary.fr", kCaseChapter), IsEmpty());
  EXPECT_THAT(SubjectsOfChapter("practice-A.1.ru", kCaseChapter), IsEmpty());
}

}  // namespace
}  // namespace commonground::model
