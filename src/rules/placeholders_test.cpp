// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Placeholders: what is one, what it names, and that one that names nothing is refused with its line.
#include "rules/placeholders.h"

#include <gtest/gtest.h>

#include "broken_studies/broken_studies.h"
#include "rules/check.h"

namespace commonground::rules {
namespace {

TEST(FindPlaceholders, ReadsKindNameAndDetail) {
  const auto found =
      FindPlaceholders("One.\n  [[ figure : practices ]]  \nIn [[number:P.1|region=africa]] and [[case:a]].\n");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].places, Places::kFigure);
  EXPECT_EQ(found[0].of, "practices");
  EXPECT_TRUE(found[0].alone);
  EXPECT_EQ(found[0].line, 2);
  EXPECT_EQ(found[1].of, "P.1");
  EXPECT_EQ(found[1].detail, "region=africa");
  EXPECT_FALSE(found[1].alone);
  EXPECT_EQ(PairOf(found[1].detail), (std::pair<std::string_view, std::string_view>("region", "africa")));
  EXPECT_EQ(found[2].line, 3);
}

TEST(FindPlaceholders, LeavesOtherBracketsAlone) {
  for (const char* text : {"[[note]]", "[[see above]]", "a[[0]]", "[[1:2]]", "[@source]", "[link](https://a.b)", "[[",
                           "\\[[number:cases]]", "a \\\\\\[[number:cases]]", "[\\[number:cases]]"}) {
    EXPECT_TRUE(FindPlaceholders(text).empty()) << text;
  }
  EXPECT_EQ(FindPlaceholders("a backslash, \\\\[[number:cases]]").size(), 1U);
}

TEST(FindPlaceholders, IsDoneSoonHoweverManyBegin) {
  for (const char* piece : {"[[", "[[a", "[[ ", "[[number:", "[[number:a|", "[[number", "[[]]", ":[["}) {
    std::string text = "    ";
    while (text.size() < 3'000'000) text += piece;
    EXPECT_LE(FindPlaceholders(text).size(), 1U) << piece;
    EXPECT_LE(FindPlaceholders(text + std::string(100'000, ' ') + ":]]").size(), 1U) << piece;
  }
}

TEST(Citations, AreCheckedSoonHoweverManyBegin) {
  for (const char* piece : {"[@", "[@a", "[@a ", "[@a;", "[@lamp "}) {
    model::Study study = broken_studies::Valid();
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    study.chapters = {{model::ChapterId("summary"), text}, {model::ChapterId("conclusion"), text + "]"}};
    EXPECT_FALSE(Check(study).empty()) << piece;
  }
}

TEST(Citations, ThatDoNotEndAreNamed) {
  model::Study study = broken_studies::Valid();
  study.chapters = {{model::ChapterId("summary"), "One.\n\nTwo [@a [@b].\n"}};
  const auto problems = Check(study);
  ASSERT_EQ(problems.size(), 2U);
  study.chapters = {{model::ChapterId("summary"), "[@a;]"}};
  EXPECT_EQ(Check(study).size(), 2U) << "at the beginning of a text: a blank item, and no such source";
  EXPECT_EQ(problems[0].about.line, 3);
  EXPECT_EQ(problems[0].message, "does not end before the next citation begins");
}

TEST(FindPlaceholders, OneThatIsNotClosedEndsWithItsLine) {
  const auto found = FindPlaceholders("[[number:P.1\nmore]]\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].closed);
  EXPECT_EQ(found[0].end, 12U);
}

// The one problem of a chapter that holds this text.
std::string Problems(const std::string& text) {
  model::Study study = broken_studies::Valid();
  study.chapters = {{model::ChapterId("summary"), "One.\n\n" + text + "\n"}};
  std::string all;
  for (const Problem& problem : Check(study)) {
    EXPECT_EQ(problem.about.line, 3) << text;
    EXPECT_EQ(problem.about.kind, Kind::kChapter);
    EXPECT_NE(problem.fix, "");
    all += problem.message + "\n";
  }
  return all;
}

TEST(Placeholders, ThatNameSomethingAreGood) {
  for (const char* text : {"[[figure:practices]]", "[[table:findings]]", "[[quote:lamp/story.md|We lit]]",
                           "[[number:P]]", "In [[number:P|region=africa]].", "[[number:P|with=B]]",
                           "[[number:P|legal_model=end_demand]]", "[[number:cases]] cases", "[[case:lamp]] says",
                           "[[finding:light]]", "As [[finding:light]] says", "[[recommendation:more-lamps]]"}) {
    EXPECT_EQ(Problems(text), "") << text;
  }
}

TEST(Placeholders, ThatNameNothingAreRefused) {
  const std::pair<const char*, const char*> kBad[] = {
      {"[[figure:pie]]", "there is no figure of this name"},
      {"[[table:pie]]", "there is no table of this name"},
      {"[[number:none]]", "there is no code of this id"},
      {"[[number:P|region=mars]]", "there is no region of this id"},
      {"[[number:P|with=none]]", "there is no code of this id"},
      {"[[number:P|colour=red]]", "names no group of cases"},
      {"[[number:P|africa]]", "names no group of cases"},
      {"[[number:cases|region=africa]]", "stands behind a total"},
      {"[[number:]]", "is neither a code nor one of the totals"},
      {"[[number:15 of 21]]", "is neither a code nor one of the totals"},
      {"[[case:nobody]]", "there is no organisation of this id"},
      {"[[context:QQQ]]", "is a country of which nothing is known"},
      {"[[finding:none]]", "there is no finding of this id"},
      {"[[finding:more-lamps]]", "is a recommendation"},
      {"[[recommendation:light]]", "is not a recommendation"},
      {"[[chart:practices]]", "is not a kind of placeholder"},
      {"[[chapter:summary]]", "is not a kind of placeholder"},
      {"[[include:summary]]", "is not a kind of placeholder"},
      {"[[number:P", "begins a placeholder that does not end in its line"},
      {"So [[figure:practices]] shows", "needs a line of its own"},
      {"So [[quote:lamp/story.md|We lit]] says", "needs a line of its own"},
  };
  for (const auto& [text, message] : kBad) {
    EXPECT_NE(Problems(text).find(message), std::string::npos) << text << ": " << Problems(text);
  }
}

// A placeholder places a value, never another text: nothing can place itself.
TEST(Placeholders, CannotGoInCircles) {
  model::Study study = broken_studies::Valid();
  study.findings[0].text = "[[finding:light]] and [[finding:light]]\n";
  EXPECT_TRUE(Check(study).empty());
  study.chapters = {{model::ChapterId("summary"), "[[finding:light]]\n"}};
  EXPECT_TRUE(Check(study).empty());
}

}  // namespace
}  // namespace commonground::rules
