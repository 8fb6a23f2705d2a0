// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Paragraphs that went, came and changed, in small texts, random ones and a long one.
#include "coding/anchoring/compare_texts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "coding/anchoring/code_points_testutil.h"
#include "coding/anchoring/runs_in_order.h"
#include "core/paragraphs.h"

namespace commonground::coding {
namespace {

using What = ComparedRow::What;

// "[gone]" and "{new}"; of a row that is the same its words.
std::string InShort(const ComparedRow& row) {
  std::string said;
  for (const auto& one : row.was) said += one.only_here ? "[" + one.words + "]" : one.words;
  if (row.what == What::kChanged) said += " > ";
  for (const auto& one : row.is) said += one.only_here ? "{" + one.words + "}" : one.words;
  return said;
}
std::vector<std::string> InShort(std::string_view was, std::string_view is) {
  std::vector<std::string> all;
  for (const ComparedRow& row : CompareTexts(was, is)) all.push_back(InShort(row));
  return all;
}
using Said = std::vector<std::string>;

TEST(CompareTexts, TellsWordsThatChangedInAParagraph) {
  EXPECT_EQ(InShort("They meet on Mondays.\n\nPolice came twice.\n\nNobody was paid.\n",
                    "They meet on Mondays.\n\nPolice came only once.\n\nNobody was paid.\n"),
            (Said{"They meet on Mondays.", "Police came [twice]. > Police came {only once}.", "Nobody was paid."}));
}

TEST(CompareTexts, TellsParagraphsThatWentAndThatCame) {
  const auto rows =
      CompareTexts("They meet on Mondays.\n\nPolice came twice.\n", "It rained in May.\n\nThey meet on Mondays.\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].what, What::kNew);
  EXPECT_EQ(rows[0].was_paragraph, 0);
  EXPECT_EQ(rows[0].is_paragraph, 1);
  EXPECT_EQ(rows[1].what, What::kSame);
  EXPECT_TRUE(rows[1].was.empty());
  EXPECT_EQ(rows[1].was_paragraph, 1);
  EXPECT_EQ(rows[1].is_paragraph, 2);
  EXPECT_EQ(rows[2].what, What::kGone);
  EXPECT_EQ(InShort(rows[2]), "[Police came twice.]");
}

TEST(CompareTexts, MakesNothingOfAWordThatTwoParagraphsHaveByChance) {
  const auto rows = CompareTexts("The committee had met in the hall of the school for nine years.\n",
                                 "Rents doubled after the law, and landlords asked for the months before.\n");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].what, What::kGone);
  EXPECT_EQ(rows[1].what, What::kNew);
  EXPECT_EQ(rows[0].was.size(), 1U);
}

TEST(CompareTexts, KeepsAParagraphThatWasPartedInOneRow) {
  const auto rows = CompareTexts("They meet on Mondays. Police came twice and took the names.\n",
                                 "They meet on Mondays.\n\nPolice came twice and took the names.\n");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].what, What::kChanged);
  EXPECT_EQ(
      InShort(rows[0]),
      "They meet on Mondays.[ ]Police came twice and took the names. > They meet on Mondays.{\n\n}Police came twice "
      "and took the names.");
}

TEST(CompareTexts, SaysOfASentenceThatWentElsewhereThatItIsGoneAndNew) {
  const std::string moved = "Police came twice and wrote down every name they heard.";
  EXPECT_EQ(InShort(moved + "\n\nThey meet on Mondays in the room behind the bakery, all of them, at nine.\n",
                    "They meet on Mondays in the room behind the bakery, all of them, at nine.\n\n" + moved + "\n"),
            (Said{"[" + moved + "]", "They meet on Mondays in the room behind the bakery, all of them, at nine.",
                  "{" + moved + "}"}));
}

TEST(CompareTexts, KnowsTextsWithoutWords) {
  EXPECT_TRUE(CompareTexts("", "").empty());
  EXPECT_EQ(InShort("", "They meet.\n"), (Said{"{They meet.}"}));
  EXPECT_EQ(InShort("\n \n", "***\n"), (Said{"{***}"}));
}

TEST(CompareTexts, CountsCodePointsOfOtherScripts) {
  EXPECT_EQ(InShort("我们在星期一开会。警察来了两次。\n", "我们在星期一开会。警察来了三次。\n"),
            (Said{"我们在星期一开会。警察来了[两]次。 > 我们在星期一开会。警察来了{三}次。"}));
  EXPECT_EQ(InShort("Nous 😀 sommes été là.\n", "Nous 😀 sommes allés là.\n"),
            (Said{"Nous 😀 sommes [été] là. > Nous 😀 sommes {allés} là."}));
}

// Whatever the texts are, each paragraph stands in one row, in order, with all its letters.
TEST(CompareTexts, LosesNothing) {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const std::string was = RandomText(random, static_cast<int>(random() % 60));
    std::string is = RandomText(random, static_cast<int>(random() % 30));
    if (round % 2 == 0) is = was.substr(0, was.find(' ', was.size() / 2)) + " " + is;
    std::string old_words;
    std::string new_words;
    int last_was = 0;
    int last_is = 0;
    const auto letters = [](std::string_view text) {
      std::string all;
      for (const char c : text) {
        if (c != ' ' && c != '\n') all += c;
      }
      return all;
    };
    for (const ComparedRow& row : CompareTexts(was, is)) {
      for (const auto& one : row.what == What::kSame ? row.is : row.was) old_words += one.words;
      for (const auto& one : row.is) new_words += one.words;
      if (row.was_paragraph > 0) {
        ASSERT_GT(row.was_paragraph, last_was) << round;
        last_was = row.was_paragraph;
      }
      if (row.is_paragraph > 0) {
        ASSERT_GT(row.is_paragraph, last_is) << round;
        last_is = row.is_paragraph;
      }
    }
    ASSERT_EQ(letters(old_words), letters(was)) << round;
    ASSERT_EQ(letters(new_words), letters(is)) << round;
  }
}

// By looking at each pair.
std::size_t MostLettersSlowly(const std::vector<Run>& runs) {
  std::vector<std::size_t> letters(runs.size());
  std::size_t best = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (runs[j].new_start + runs[j].length <= runs[i].new_start) letters[i] = std::max(letters[i], letters[j]);
    }
    letters[i] += runs[i].length;
    best = std::max(best, letters[i]);
  }
  return best;
}

TEST(CompareTexts, TakesTheRunsInOrderWithTheMostLettersThatAreInOrder) {
  std::mt19937 random(8);
  EXPECT_TRUE(coding::RunsInOrder(std::vector<coding::Run>()).empty());
  for (int round = 0; round < 500; ++round) {
    // Runs of the old text in order, put into the new one in any.
    std::vector<coding::Run> runs(1 + random() % 12);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      runs[i].length = 1 + random() % 5;
      runs[i].old_start = i * 10;
      order.push_back(i);
    }
    std::ranges::shuffle(order, random);
    std::size_t at = 0;
    for (const std::size_t i : order) {
      runs[i].new_start = at;
      at += runs[i].length + random() % 2;
    }
    std::size_t letters = 0;
    std::size_t end = 0;
    for (const coding::Run& run : coding::RunsInOrder(runs)) {
      ASSERT_GE(run.new_start, end) << round;
      end = run.new_start + run.length;
      letters += run.length;
    }
    ASSERT_EQ(letters, MostLettersSlowly(runs)) << round;
  }
}

// 100,000 words, a change in each line: the pages of a browser wait for it.
TEST(CompareTextsSlow, IsQuickWithLongTexts) {
  std::mt19937 random(9);
  std::string was;
  std::string is;
  for (int line = 0; line < 10'000; ++line) {
    for (int word = 0; word < 10; ++word) {
      const std::string one = "word" + std::to_string(random() % 5'000) + " ";
      was += one;
      is += word == 4 ? "another" + std::to_string(line) + " " : one;
    }
    was += "\n\n";
    is += "\n\n";
  }
  const auto begun = std::chrono::steady_clock::now();
  const auto rows = CompareTexts(was, is);
  const auto took = std::chrono::steady_clock::now() - begun;
  EXPECT_EQ(rows.size(), 10'000U);
  EXPECT_LT(took, std::chrono::seconds(20));
  RecordProperty("milliseconds", static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
}

}  // namespace
}  // namespace commonground::coding
