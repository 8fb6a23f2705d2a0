// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What files are put right, and what is refused.

#include "ingest/folder/canonical_text.h"

#include <gtest/gtest.h>

namespace commonground::ingest {
namespace {

struct Canonical {
  std::optional<std::string> text;
  std::string problems;
};

Canonical Make(std::string bytes) {
  std::vector<core::Problem> problems;
  Canonical canonical{CanonicalText(std::move(bytes), SourceLocation{&problems, "f", 0, {}}), {}};
  for (const core::Problem& problem : problems) canonical.problems += core::Describe(problem) + "\n";
  return canonical;
}

TEST(CanonicalText, LeavesGoodTextAlone) {
  for (const std::string text : {"", "a\nb", "caf\u00E9 \u4E2D \U0001F600\n", "q\u0301"}) {
    const Canonical canonical = Make(text);
    EXPECT_EQ(canonical.text, text);
    EXPECT_EQ(canonical.problems, "");
  }
}

TEST(CanonicalText, TakesMarkAndCrLfOffAndComposesAccents) {
  EXPECT_EQ(Make("\uFEFFa").text, "a");
  EXPECT_EQ(Make("a\r\n\r\nb\r\n").text, "a\n\nb\n");
  EXPECT_EQ(Make("cafe\u0301").text, "caf\u00E9");
  EXPECT_EQ(Make("\u1112\u1161\u11AB").text, "\uD55C");
}

TEST(CanonicalText, TakesAMarkOutAlsoInsideTheText) {
  EXPECT_EQ(Make("a\uFEFFb").text, "ab");  // else a text that begins with two would lose one at each import
}

TEST(CanonicalText, TakesOutWhatTurnsWritingRoundAndNamesTheLine) {
  const Canonical canonical = Make("\u05D0\n\u202Egpj.exe\u202C \u2066x\u2069\u200F");
  EXPECT_EQ(canonical.text, "\u05D0\ngpj.exe x\u200F");  // an ordinary mark of Hebrew text stays
  EXPECT_EQ(canonical.problems.substr(0, 4), "f:2:");
}

TEST(CanonicalText, RefusesWhatIsNoTextAndNamesTheLine) {
  for (const std::string bytes :
       {"\x80", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\xE2\x82", "a\xF8\x88\x80\x80\x80"}) {
    EXPECT_EQ(Make("a\nb" + bytes).text, std::nullopt);
    EXPECT_EQ(Make("a\nb" + bytes).problems.substr(0, 4), "f:2:");
  }
  EXPECT_EQ(Make(std::string("a\0b", 3)).text, std::nullopt);
  EXPECT_EQ(Make("a\rb").text, std::nullopt);
  EXPECT_EQ(Make("a\r\r\nb").text, std::nullopt);
  EXPECT_EQ(Make("a\r").text, std::nullopt);
  EXPECT_EQ(Make(std::string("\xFF\xFE\x61\x00", 4)).text, std::nullopt);
}

TEST(Shown, CutsAtEightyCodePointsAndHidesControlCharacters) {
  std::string accents;
  for (int i = 0; i < 100; ++i) accents += "\u00E9";
  EXPECT_EQ(Shown(accents).size(), 160U);
  EXPECT_EQ(Shown("a\x1B[31m\nb\x7F\u0085"), "a [31m b  ");
  EXPECT_EQ(Shown("a\xFF"), "a\uFFFD");
}

}  // namespace
}  // namespace commonground::ingest
