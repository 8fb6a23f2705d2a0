// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Alpha for unitizing against published values and a slow second computation.

#include "coding/agreement/unitizing.h"

#include <gtest/gtest.h>

#include <random>

#include "coding/agreement/measures.h"

namespace commonground::coding {
namespace {

constexpr double kPrinted = 5e-8;

struct Piece {
  std::int64_t start, length;
  int category = 0;
};
std::vector<UnitizedText> Marks(const std::vector<Piece>& pieces, std::int64_t times = 1) {
  std::vector<UnitizedText> marks;
  for (const Piece& piece : pieces) {
    marks.push_back({{piece.start * times, (piece.start + piece.length) * times}, piece.category});
  }
  return marks;
}

// Two independent formulas gave these; no published value is known for this family.
TEST(UAlpha, GivesTheRecomputedValues) {
  const TwoCoders marked{Marks({{10, 40, 0}, {60, 40, 1}, {120, 60, 0}}),
                         Marks({{10, 30, 0}, {55, 45, 1}, {120, 30, 0}, {150, 30, 2}})};
  const Coincidences all = CoincidencesOf(marked, 3, 200);
  EXPECT_NEAR(UAlpha(all).value(), .6983394, kPrinted);
  EXPECT_NEAR(BinaryUAlpha(all).value(), .8381636, kPrinted);
  const Coincidences met = WithoutGaps(marked, 3, 200);
  EXPECT_NEAR(CuAlpha(met).value(), .6507937, kPrinted);
  EXPECT_NEAR(KuAlpha(met, 0).value(), .6036364, kPrinted);
  EXPECT_NEAR(met.lengths[0] / all.lengths[0], .9375, kPrinted) << "the part of it that the other coder marked too";
  EXPECT_NEAR(KuAlpha(met, 1).value(), 1, kPrinted);
  EXPECT_NEAR(KuAlpha(met, 2).value(), 0, kPrinted);
}

// The slow way: every letter of every coder against every other one that is not of the same unit; a gap's letters are
// units of their own.
std::optional<double> SlowUAlpha(const TwoCoders& marked, int categories, std::int64_t length) {
  struct Letter {
    int value, unit;
  };
  std::vector<Letter> letters[2];
  int unit = 0;
  for (std::size_t coder = 0; coder < 2; ++coder) {
    for (std::int64_t i = 0; i < length; ++i) letters[coder].push_back({categories, ++unit});
    for (const UnitizedText& one : marked[coder]) {
      ++unit;
      for (std::int64_t i = one.range.start; i < one.range.end; ++i) {
        letters[coder][static_cast<std::size_t>(i)] = {one.category, unit};
      }
    }
  }
  double observed = 0;
  for (std::size_t i = 0; i < letters[0].size(); ++i) observed += letters[0][i].value != letters[1][i].value ? 2 : 0;
  double unlike = 0;
  double pairs = 0;
  std::vector<Letter> all = letters[0];
  all.insert(all.end(), letters[1].begin(), letters[1].end());
  for (const Letter& a : all) {
    for (const Letter& b : all) {
      if (a.unit == b.unit) continue;
      ++pairs;
      unlike += a.value != b.value ? 1 : 0;
    }
  }
  if (unlike == 0) return std::nullopt;
  return 1 - (observed / static_cast<double>(all.size())) / (unlike / pairs);
}

std::vector<UnitizedText> RandomMarks(std::mt19937& random, std::int64_t length, int categories) {
  std::vector<UnitizedText> marks;
  for (std::int64_t at = random() % 6; at < length;) {
    const std::int64_t end = std::min<std::int64_t>(length, at + 1 + random() % 8);
    marks.push_back({{at, end}, static_cast<int>(random() % static_cast<unsigned>(categories))});
    at = end + random() % 6;
  }
  return marks;
}

TEST(UAlpha, IsThatOfASlowSecondImplementation) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    const std::int64_t length = 1 + random() % 60;
    const int categories = 1 + static_cast<int>(random() % 3);
    const TwoCoders marked{RandomMarks(random, length, categories), RandomMarks(random, length, categories)};
    const auto fast = UAlpha(CoincidencesOf(marked, categories, length));
    const auto slow = SlowUAlpha(marked, categories, length);
    ASSERT_EQ(fast.has_value(), slow.has_value()) << round;
    EXPECT_NEAR(fast.value_or(0), slow.value_or(0), 1e-9) << round;
    TwoCoders one = marked;
    for (auto& list : one) {
      for (UnitizedText& mark : list) mark.category = 0;
    }
    const auto binary = BinaryUAlpha(CoincidencesOf(marked, categories, length));
    const auto slow_binary = SlowUAlpha(one, 1, length);
    ASSERT_EQ(binary.has_value(), slow_binary.has_value()) << round;
    EXPECT_NEAR(binary.value_or(0), slow_binary.value_or(0), 1e-9) << round;
  }
}

TEST(UAlpha, OfDocumentsIsThatOfTheirTextsLaidEndToEnd) {
  const TwoCoders first{Marks({{0, 5}, {8, 2}}), Marks({{1, 4}})};
  const TwoCoders second{Marks({{0, 3}}), Marks({{0, 3}, {6, 4}})};
  const TwoCoders both{Marks({{0, 5}, {8, 2}, {10, 3}}), Marks({{1, 4}, {10, 3}, {16, 4}})};
  Coincidences sum = CoincidencesOf(first, 1, 10);
  sum.Add(CoincidencesOf(second, 1, 10));
  EXPECT_NEAR(BinaryUAlpha(sum).value(), BinaryUAlpha(CoincidencesOf(both, 1, 20)).value(), 1e-12);
}

TEST(UAlpha, IsUndefinedWhereNothingVaries) {
  EXPECT_FALSE(BinaryUAlpha(CoincidencesOf({}, 1, 100)));
  EXPECT_FALSE(BinaryUAlpha(CoincidencesOf({}, 1, 0)));
  const TwoCoders all{Marks({{0, 50}, {50, 50}}), Marks({{0, 100}})};
  EXPECT_FALSE(BinaryUAlpha(CoincidencesOf(all, 1, 100)));
  EXPECT_FALSE(CuAlpha(WithoutGaps({Marks({{0, 5}}), Marks({{5, 5}})}, 1, 10))) << "they met nowhere";
}

TEST(UAlpha, HasAnIntervalByDocuments) {
  std::mt19937 random(2);
  std::vector<Coincidences> documents;
  Coincidences sum;
  for (int i = 0; i < 30; ++i) {
    const auto marks = RandomMarks(random, 200, 1);
    auto others = marks;
    others.resize(others.size() / 2);
    documents.push_back(CoincidencesOf({marks, others}, 1, 200));
    i == 0 ? void(sum = documents.back()) : sum.Add(documents.back());
  }
  const Interval one = BootstrapBinaryUAlpha(documents, {400, 0.95, 5, 1}).value();
  const Interval two = BootstrapBinaryUAlpha(documents, {400, 0.95, 5, 2}).value();
  EXPECT_EQ(one.low, two.low);
  EXPECT_EQ(one.high, two.high);
  EXPECT_LT(one.low, BinaryUAlpha(sum).value());
  EXPECT_GT(one.high, BinaryUAlpha(sum).value());
  EXPECT_FALSE(BootstrapBinaryUAlpha(std::span(documents).first(1), {400, 0.95, 5, 1}));
}

// Krippendorff 2004, page 254: a text from 150 to 450, two categories.
TEST(AlphaU, GivesThePublishedValues) {
  const TwoCoders marked{
      Marks({{30, 60, 1}, {75, 70, 0}, {150, 50, 1}, {220, 30, 0}}),
      Marks({{30, 60, 1}, {70, 80, 0}, {150, 50, 1}, {205, 20, 0}, {250, 20, 0}}),
  };
  // Units of one category only may be given: others are gaps.
  const auto only = [&](int category) {
    TwoCoders one;
    for (std::size_t coder = 0; coder < 2; ++coder) {
      for (const UnitizedText& mark : marked[coder]) {
        if (mark.category == category) one[coder].push_back(mark);
      }
    }
    return one;
  };
  const AlphaU c = AlphaUOf(only(0), 0, 300);
  EXPECT_NEAR(c.observed, .0144, 5e-5);
  EXPECT_NEAR(c.expected, .0532, 5e-5);
  EXPECT_NEAR(c.alpha().value(), .7286, 5e-5);
  const AlphaU k = AlphaUOf(only(1), 1, 300);
  EXPECT_EQ(k.alpha().value(), 1);
  EXPECT_NEAR(1 - (c.observed + k.observed) / (c.expected + k.expected), .8587, 5e-5) << "pooled";
}

// Two units, and nothing else: the squared distance is all the disagreement there is.
double Distance(Piece a, Piece b) {
  const AlphaU one = AlphaUOf({Marks({a}), Marks({b})}, 0, 1000);
  return one.observed * 1000 * 1000;
}
TEST(AlphaU, MeasuresDistancesAsPublished) {
  EXPECT_NEAR(Distance({5, 6}, {4, 2}), 26, 1e-6);
  EXPECT_NEAR(Distance({5, 6}, {5, 2}), 16, 1e-6);
  EXPECT_NEAR(Distance({5, 6}, {6, 2}), 10, 1e-6);
  EXPECT_NEAR(Distance({5, 6}, {7, 2}), 8, 1e-6);
  EXPECT_NEAR(Distance({5, 6}, {6, 4}), 2, 1e-6);
  EXPECT_NEAR(Distance({225, 70}, {220, 80}), 50, 1e-6);
  EXPECT_NEAR(Distance({370, 30}, {355, 20}), 850, 1e-6);
  EXPECT_NEAR(AlphaUOf({Marks({{400, 20}}), {}}, 0, 1000).observed * 1000 * 1000, 400, 1e-6) << "in a gap";
}

// Krippendorff 1995, page 57: four pairs of codings of 24 units of length.
TEST(AlphaU, GivesThePublishedValuesOfContinuousText) {
  struct Row {
    std::vector<Piece> first, second;
    double observed, in_the_limit;
  };
  for (const Row& row : std::vector<Row>{
           {{{2, 8}, {14, 6}}, {{4, 4}, {15, 2}}, .03125, .5529},
           {{{0, 18}}, {{0, 2}, {2, 1}, {3, 1}, {4, 1}, {5, 1}, {6, 3}, {9, 1}}, 2.26736, -.9287},
           {{{2, 6}, {10, 2}, {14, 4}, {20, 2}}, {{0, 2}, {4, 4}, {10, 4}, {16, 2}, {20, 2}}, .02777, .6929},
           {{{0, 2}, {2, 8}, {10, 4}, {14, 6}, {20, 4}}, {{0, 4}, {4, 4}, {8, 7}, {15, 2}, {17, 7}}, .38715, .0654}}) {
    const AlphaU once = AlphaUOf({Marks(row.first), Marks(row.second)}, 0, 24);
    EXPECT_NEAR(once.observed, row.observed, 1e-5);
    const AlphaU fine = AlphaUOf({Marks(row.first, 500), Marks(row.second, 500)}, 0, 24 * 500);
    EXPECT_NEAR(fine.alpha().value(), row.in_the_limit, 5e-5);
  }
  // The first pair digitised, a letter a unit.
  Ratings letters;
  letters.coders = letters.categories = 2;
  for (int i = 0; i < 24; ++i) {
    letters.cells.push_back((i >= 2 && i < 10) || (i >= 14 && i < 20) ? 1 : 0);
    letters.cells.push_back((i >= 4 && i < 8) || (i >= 15 && i < 17) ? 1 : 0);
  }
  const auto patterns = PatternsOf(letters);
  EXPECT_NEAR(CohenKappa(letters).value(), .385, 5e-4);
  EXPECT_NEAR(FleissKappa(patterns).value(), .314, 5e-4);
  EXPECT_NEAR(KrippendorffAlpha(patterns, Metric::kNominal, {}).value(), .329, 5e-4);
}

// The definition, each pair of stretches compared with each.
double SlowObserved(const TwoCoders& marked, std::int64_t length) {
  struct Stretch {
    std::int64_t start, end;
    bool is_unit;
  };
  std::vector<Stretch> stretches[2];
  for (std::size_t coder = 0; coder < 2; ++coder) {
    std::int64_t at = 0;
    for (const UnitizedText& one : marked[coder]) {
      if (one.range.start > at) stretches[coder].push_back({at, one.range.start, false});
      stretches[coder].push_back({one.range.start, one.range.end, true});
      at = one.range.end;
    }
    if (at < length) stretches[coder].push_back({at, length, false});
  }
  double sum = 0;
  for (std::size_t i = 0; i < 2; ++i) {
    for (const Stretch& a : stretches[i]) {
      for (const Stretch& b : stretches[1 - i]) {
        const bool meet = a.start < b.end && b.start < a.end;
        const auto square = [](std::int64_t x) { return static_cast<double>(x * x); };
        if (a.is_unit && b.is_unit && meet) sum += square(a.start - b.start) + square(a.end - b.end);
        if (a.is_unit && !b.is_unit && b.start <= a.start && a.end <= b.end) sum += square(a.end - a.start);
        if (!a.is_unit && b.is_unit && a.start <= b.start && b.end <= a.end) sum += square(b.end - b.start);
      }
    }
  }
  return sum / (2.0 * static_cast<double>(length) * static_cast<double>(length));
}

TEST(AlphaU, IsThatOfASlowSecondImplementation) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::int64_t length = 20 + random() % 80;
    const TwoCoders marked{RandomMarks(random, length, 1), RandomMarks(random, length, 1)};
    EXPECT_NEAR(AlphaUOf(marked, 0, length).observed, SlowObserved(marked, length), 1e-9) << round;
  }
  EXPECT_FALSE(AlphaUOf({}, 0, 100).alpha());
}

}  // namespace
}  // namespace commonground::coding
