// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Likeness against a slow edit distance.

#include "coding/anchoring/similarity.h"

#include <gtest/gtest.h>

#include <random>

#include "coding/anchoring/code_points_testutil.h"

namespace commonground::coding {
namespace {

// A passage of 100,000 letters with one change must not cost a table of them, nor a search that was given little be
// unbounded.
TEST(Likeness, CostsWhatChangedNotWhatIsThere) {
  std::mt19937 random(6);
  Letters a;
  for (int i = 0; i < 100'000; ++i) a += U'a' + static_cast<char32_t>(random() % 26);
  Letters b = a;
  b[50'000] = U'#';
  constexpr std::int64_t kGiven = 1'000'000;
  std::int64_t steps = kGiven;
  EXPECT_EQ(DistanceUpTo(a, b, 20'000, steps), 1);
  EXPECT_LT(kGiven - steps, 400'000);
}

TEST(Likeness, GivesNoAnswerWhenTheStepsAreUsedUp) {
  const Letters a(3'000, U'a');
  const Letters b(3'000, U'b');
  std::int64_t steps = 1'000;
  EXPECT_EQ(DistanceUpTo(a, b, 3'000, steps), std::nullopt);
  EXPECT_LT(steps, 0);
  EXPECT_GT(steps, -1'000'000);
  steps = 1'000;
  FindSimilar(a, Letters(500, U'a') + Letters(20, U'b'), 100, steps);
  EXPECT_LT(steps, 0);
  EXPECT_GT(steps, -1'000'000);
}

TEST(Letters, AreFoundOnlyWhereALetterBegins) {
  // In memory U+6100 U+0061 holds the bytes of U+0061 one byte further on.
  const Letters text = U"\u6100a\u6100a";
  EXPECT_EQ(Find(text, U"a", 0), 1U);
  EXPECT_EQ(Find(text, U"a", 2), 3U);
  EXPECT_EQ(Find(text, U"a", 4), CodePointsView::npos);
  EXPECT_EQ(Find(text, U"\u6100a", 1), 2U);
  EXPECT_EQ(Find(U"", U"a", 0), CodePointsView::npos);
}

// --- against slow second implementations ---------------------------------------------------------------------------

Letters RandomLetters(std::mt19937& random, std::size_t most, char32_t letters) {
  Letters text;
  for (std::size_t i = random() % (most + 1); i > 0; --i) text += U'a' + static_cast<char32_t>(random() % letters);
  return text;
}

TEST(LikenessSlow, DistanceIsThatOfThePlainTable) {
  std::mt19937 random(1);
  for (int i = 0; i < 40'000; ++i) {
    const Letters a = RandomLetters(random, 12, 3);
    const Letters b = RandomLetters(random, 12, 3);
    const int slow = SlowDistance(a, b);
    for (int most = 0; most < 14; ++most) {
      const auto fast = DistanceUpTo(a, b, most);
      ASSERT_EQ(fast.has_value(), slow <= most) << i << " " << most;
      if (fast) {
        ASSERT_EQ(*fast, slow);
      }
    }
  }
}

TEST(LikenessSlow, FindsEveryPlaceThatThePlainSearchFinds) {
  std::mt19937 random(2);
  for (int i = 0; i < 6'000; ++i) {
    const Letters text = RandomLetters(random, 40, 3);
    Letters quote = RandomLetters(random, 8, 3);
    if (quote.empty()) quote = U"a";
    const int most = static_cast<int>(random() % quote.size());
    std::int64_t steps = 1'000'000;
    const auto found = FindSimilar(text, quote, most, steps);
    int best = most + 1;
    for (std::size_t start = 0; start < text.size(); ++start) {
      for (std::size_t end = start + 1; end <= text.size(); ++end) {
        best = std::min(best, SlowDistance(quote, CodePointsView(text).substr(start, end - start)));
      }
    }
    int best_found = most + 1;
    for (std::size_t k = 0; k < found.size(); ++k) {
      const auto words = CodePointsView(text).substr(found[k].start, found[k].end - found[k].start);
      ASSERT_EQ(SlowDistance(quote, words), found[k].distance);
      if (k > 0) {
        ASSERT_GE(found[k].start, found[k - 1].end);
      }
      best_found = std::min(best_found, found[k].distance);
    }
    ASSERT_EQ(best_found, best) << i;
  }
}

TEST(LettersSlow, AreFoundWhereTheLibraryFindsThem) {
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    Letters text;
    for (std::size_t n = random() % 30; n > 0; --n) text += random() % 2 == 0 ? U'a' : U'\u6100';
    const Letters words = random() % 2 == 0 ? U"a\u6100" : U"\u6100";
    const std::size_t from = random() % 32;
    ASSERT_EQ(Find(text, words, from), CodePointsView(text).find(words, from));
  }
}

}  // namespace
}  // namespace commonground::coding
