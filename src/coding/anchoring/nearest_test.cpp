// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The nearest words against a slow second search, which looks at every stretch of the text.

#include "coding/anchoring/nearest.h"

#include <gtest/gtest.h>

#include <random>

#include "coding/anchoring/code_points_testutil.h"

namespace commonground::coding {
namespace {

std::string WordsOf(const std::vector<ComparedPart>& parts, bool with_own) {
  std::string words;
  for (const auto& one : parts) {
    if (with_own || !one.only_here) words += one.words;
  }
  return words;
}

TEST(Nearest, IsWhatIsLeftOfASentence) {
  const std::string was =
      "He had doubled the rent of four women when he found out what they did, and they could not go to the court, "
      "because the court would have asked the same question.";
  const std::string left = "He had doubled the rent when he found out, and they could not go to the court.";
  const std::string text = "We met in May. Nobody was paid for it.\n\n" + left + " That was in the spring.\n";
  const auto found = NearestIn(text).To(was);
  ASSERT_TRUE(found);
  const std::string is(*core::TextIndex(text).Slice(found->range));
  EXPECT_EQ(is, left);
  const ComparedPassages compared = ComparePassages(was, is);
  EXPECT_EQ(WordsOf(compared.was, true), was);
  EXPECT_EQ(WordsOf(compared.is, true), is);
  EXPECT_EQ(WordsOf(compared.was, false), WordsOf(compared.is, false));
  ASSERT_GT(compared.was.size(), 2U);
  EXPECT_EQ(compared.was[1].words, "of four women ");
  EXPECT_TRUE(compared.was[1].only_here);
}

TEST(Nearest, IsNoneWhereNothingIsLikeIt) {
  EXPECT_FALSE(NearestIn("Rain fell all day, and the bus was late.\n").To("Police took the condoms as evidence."));
  EXPECT_FALSE(NearestIn("").To("Police took the condoms as evidence."));
  EXPECT_FALSE(NearestIn("Police took the condoms.").To(""));
  EXPECT_FALSE(NearestIn("Police took the condoms.").To("They"));  // so short a word is like many
}

TEST(Nearest, TakesWholeWords) {
  const std::string text = "Before that the policemen were taking condoms away. Later not.\n";
  const auto found = NearestIn(text).To("the police were taking condoms");
  ASSERT_TRUE(found);
  EXPECT_EQ(*core::TextIndex(text).Slice(found->range), "the policemen were taking condoms");
}

TEST(Nearest, ComparesASentenceThatMovedWithinAPassage) {
  const std::string one = "The committee meets on the first Monday of the month.";
  const std::string two = "Whoever is there has one vote, and the chair has none at all.";
  const ComparedPassages compared = ComparePassages(one + " " + two, two + " " + one);
  EXPECT_EQ(WordsOf(compared.was, true), one + " " + two);
  EXPECT_EQ(WordsOf(compared.is, true), two + " " + one);
  EXPECT_EQ(WordsOf(compared.was, false), WordsOf(compared.is, false));
}

TEST(Nearest, GivesNoAnswerWhenTheStepsAreUsedUp) {
  std::int64_t steps = 1'000;
  EXPECT_FALSE(FindFewestChanges(Letters(100'000, U'a'), Letters(200, U'b') + U"a", 200, steps));
  EXPECT_LT(steps, 0);
}

// --- against slow second implementations ---------------------------------------------------------------------------

struct Slowly {
  std::size_t end = 0;
  int distance = 0;
};
// The fewest changes of all stretches, and where the first of those ends.
Slowly LookAtAll(CodePointsView text, CodePointsView quote) {
  Slowly best{0, static_cast<int>(quote.size())};
  for (std::size_t end = 1; end <= text.size(); ++end) {
    for (std::size_t start = 0; start < end; ++start) {
      const int distance = SlowDistance(quote, text.substr(start, end - start));
      if (distance < best.distance) best = {end, distance};
    }
  }
  return best;
}

TEST(NearestSlow, IsThatOfEveryStretchLookedAt) {
  std::mt19937 random(30);
  for (int round = 0; round < 1'500; ++round) {
    Letters text;
    Letters quote;
    for (std::size_t i = random() % 24; i > 0; --i) text += U'a' + static_cast<char32_t>(random() % 3);
    for (std::size_t i = 1 + random() % 9; i > 0; --i) quote += U'a' + static_cast<char32_t>(random() % 3);
    const Slowly slow = LookAtAll(text, quote);
    const int most = static_cast<int>(random() % 9);
    std::int64_t steps = 1'000'000;
    const auto found = FindFewestChanges(text, quote, most, steps);
    const bool is_there = slow.distance <= most && slow.distance < static_cast<int>(quote.size());
    ASSERT_EQ(found.has_value(), is_there) << round;
    if (!found) continue;
    ASSERT_EQ(found->distance, slow.distance) << round;
    ASSERT_EQ(found->end, slow.end) << round;
    ASSERT_EQ(SlowDistance(quote, CodePointsView(text).substr(found->start, found->end - found->start)), slow.distance)
        << round;
  }
}

// Longer than one word of 64 bits, and than two: the plain table by columns (P. Sellers 1980).
TEST(NearestSlow, IsThatOfThePlainTableForLongPassages) {
  std::mt19937 random(31);
  for (int round = 0; round < 300; ++round) {
    Letters text;
    for (int i = 0; i < 400; ++i) text += U'a' + static_cast<char32_t>(random() % 4);
    Letters quote = text.substr(random() % 100, 40 + random() % 200);
    for (int i = 0; i < 30; ++i) quote[random() % quote.size()] = U'a' + static_cast<char32_t>(random() % 5);
    std::vector<int> column(quote.size() + 1);
    for (std::size_t i = 0; i < column.size(); ++i) column[i] = static_cast<int>(i);
    Slowly slow{0, static_cast<int>(quote.size())};
    for (std::size_t j = 0; j < text.size(); ++j) {
      int diagonal = 0;
      for (std::size_t i = 1; i < column.size(); ++i) {
        const int value = std::min({diagonal + (quote[i - 1] == text[j] ? 0 : 1), column[i] + 1, column[i - 1] + 1});
        diagonal = column[i];
        column[i] = value;
      }
      if (column.back() < slow.distance) slow = {j + 1, column.back()};
    }
    std::int64_t steps = 100'000'000;
    const auto found = FindFewestChanges(text, quote, static_cast<int>(quote.size()), steps);
    ASSERT_TRUE(found) << round;
    ASSERT_EQ(found->distance, slow.distance) << round;
    ASSERT_EQ(found->end, slow.end) << round;
  }
}

}  // namespace
}  // namespace commonground::coding
