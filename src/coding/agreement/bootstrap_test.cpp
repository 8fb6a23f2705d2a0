// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Intervals hold what they promise on data whose truth is known.

#include "coding/agreement/bootstrap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "coding/agreement/ratings_testutil.h"

namespace commonground::coding {
namespace {

constexpr std::array kAlphaOnly{MeasureSpec{Measure::kAlpha, Metric::kNominal}};

Interval AlphaInterval(const Ratings& ratings, const BootstrapPlan& plan) {
  return Bootstrap(ratings, kAlphaOnly, plan).front().value();
}

// Units drawn one by one, the slow way, give the same interval but for chance.
TEST(Bootstrap, DrawsAsIfUnitsWereDrawnOneByOne) {
  const Ratings ratings = RandomRatings(5, 400, 3, 4);
  const Interval fast = AlphaInterval(ratings, {4000, 0.95, 7, 1});
  std::mt19937 random(3);
  std::vector<double> drawn;
  for (int i = 0; i < 2000; ++i) {
    Ratings again = ratings;
    again.cells.clear();
    for (std::size_t unit = 0; unit < ratings.rows(); ++unit) {
      const std::size_t from = random() % ratings.rows() * 3;
      again.cells.insert(again.cells.end(), ratings.cells.begin() + static_cast<std::ptrdiff_t>(from),
                         ratings.cells.begin() + static_cast<std::ptrdiff_t>(from) + 3);
    }
    drawn.push_back(KrippendorffAlpha(PatternsOf(again), Metric::kNominal, {}).value());
  }
  std::ranges::sort(drawn);
  EXPECT_NEAR(fast.low, drawn[50], 0.01);
  EXPECT_NEAR(fast.high, drawn[1950], 0.01);
  EXPECT_EQ(fast.undefined, 0);
  const Interval again = AlphaInterval(ratings, {4000, 0.95, 7, 1});
  EXPECT_EQ(again.low, fast.low) << "the seed decides";
}

// Where the units of a document are alike, drawing documents tells how little is known.
TEST(Bootstrap, IsWiderWhereDocumentsAreDrawn) {
  Ratings ratings;
  ratings.coders = 2;
  ratings.categories = 2;
  for (int unit = 0; unit < 600; ++unit) {
    const int document = unit / 100;
    const std::int16_t first = static_cast<std::int16_t>(unit % 2);
    ratings.cells.push_back(first);
    ratings.cells.push_back(document % 2 == 0 ? first : static_cast<std::int16_t>(1 - first));
    ratings.cluster.push_back(document);
  }
  const Interval documents = AlphaInterval(ratings, {1000, 0.95, 1, 1});
  ratings.cluster.clear();
  const Interval units = AlphaInterval(ratings, {1000, 0.95, 1, 1});
  EXPECT_GT(documents.high - documents.low, 3 * (units.high - units.low));
}

TEST(Bootstrap, GivesTheSameWhateverTheNumberOfThreads) {
  Ratings ratings = RandomRatings(9, 500, 2, 3);
  const std::array all{MeasureSpec{Measure::kPercent}, MeasureSpec{Measure::kCohen},
                       MeasureSpec{Measure::kFleiss},  MeasureSpec{Measure::kAc1},
                       MeasureSpec{Measure::kAlpha},   MeasureSpec{Measure::kBrennanPrediger}};
  for (const bool in_documents : {false, true}) {
    for (std::size_t row = 0; in_documents && row < ratings.rows(); ++row) {
      ratings.cluster.push_back(static_cast<std::int32_t>(row / 25));
    }
    const auto one = Bootstrap(ratings, all, {501, 0.9, 3, 1});
    for (const int threads : {2, 3, 7, 600}) {
      const auto many = Bootstrap(ratings, all, {501, 0.9, 3, threads});
      for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(one[i]->low, many[i]->low) << threads;
        EXPECT_EQ(one[i]->high, many[i]->high) << threads;
        EXPECT_EQ(one[i]->undefined, many[i]->undefined) << threads;
      }
    }
  }
}

// A row of weight 3 is three rows.
TEST(Bootstrap, DrawsRowsByTheirWeight) {
  Ratings apart = RandomRatings(4, 60, 2, 2);
  Ratings together = apart;
  for (std::size_t row = 0; row < apart.rows(); ++row) together.weights.push_back(3);
  const std::vector<std::int16_t> once = apart.cells;
  for (int i = 0; i < 2; ++i) apart.cells.insert(apart.cells.end(), once.begin(), once.end());
  const Interval a = AlphaInterval(apart, {500, 0.95, 2, 1});
  const Interval b = AlphaInterval(together, {500, 0.95, 2, 1});
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
}

TEST(Bootstrap, GivesNoIntervalWithoutVariationOrWithOneDocument) {
  Ratings same;
  same.coders = same.categories = 2;
  same.cells = {1, 1, 1, 1, 1, 1};
  EXPECT_FALSE(Bootstrap(same, kAlphaOnly, {100, 0.95, 1, 1}).front());
  Ratings one_document = RandomRatings(1, 50, 2, 2);
  one_document.cluster.assign(one_document.rows(), 7);
  EXPECT_FALSE(Bootstrap(one_document, kAlphaOnly, {100, 0.95, 1, 1}).front());
  EXPECT_FALSE(Bootstrap(Ratings{}, kAlphaOnly, {100, 0.95, 1, 1}).front());
  // One unit in forty varies: a third of the resamples do not have it.
  Ratings rare = same;
  rare.cells.assign(80, 0);
  rare.cells[0] = 1;
  EXPECT_FALSE(Bootstrap(rare, kAlphaOnly, {500, 0.95, 1, 1}).front());
}

}  // namespace
}  // namespace commonground::coding
