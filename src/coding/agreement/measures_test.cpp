// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Published and recomputed reference values; where each is from is said beside it.
#include "coding/agreement/measures.h"

#include <gmock/gmock.h>

#include <array>
#include <random>
#include <string>

namespace commonground::coding {
namespace {

constexpr double kPrinted = 5e-8;  // seven digits

// A row a coder, a character a unit; '.' is missing.  Categories are the digits from `first`.
Ratings Of(const std::vector<std::string>& rows, char first, int categories) {
  Ratings ratings;
  ratings.coders = static_cast<int>(rows.size());
  ratings.categories = categories;
  for (int k = 0; k < categories; ++k) ratings.values.push_back(first - '0' + k);
  for (std::size_t unit = 0; unit < rows.front().size(); ++unit) {
    for (const auto& row : rows) {
      ratings.cells.push_back(row[unit] == '.' ? Ratings::kMissing : static_cast<std::int16_t>(row[unit] - first));
    }
  }
  return ratings;
}

// Two coders, by how often each pair of categories was given.
Ratings FromTable(const std::vector<std::vector<int>>& table) {
  Ratings ratings;
  ratings.coders = 2;
  ratings.categories = static_cast<int>(table.size());
  for (std::size_t a = 0; a < table.size(); ++a) {
    for (std::size_t b = 0; b < table.size(); ++b) {
      for (int i = 0; i < table[a][b]; ++i) {
        ratings.cells.push_back(static_cast<std::int16_t>(a));
        ratings.cells.push_back(static_cast<std::int16_t>(b));
      }
    }
  }
  return ratings;
}

double Alpha(const Ratings& ratings, Metric metric) {
  return KrippendorffAlpha(PatternsOf(ratings), metric, ratings.values).value();
}

// K. Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", examples A to C; D from Wikipedia; E from
// A. F. Hayes and K. Krippendorff 2007.
TEST(KrippendorffAlpha, GivesThePublishedValues) {
  EXPECT_NEAR(Alpha(Of({"0100000010", "1110010000"}, '0', 2), Metric::kNominal), 0.0952381, kPrinted);
  EXPECT_NEAR(Alpha(Of({"aabbdcccedda", "babbbccceddd"}, 'a', 5), Metric::kNominal), 0.6919643, kPrinted);
  const Ratings c = Of({"123321412...", "1233224125.3", ".3332342251.", "12332441251."}, '1', 5);
  EXPECT_NEAR(Alpha(c, Metric::kNominal), 0.7434211, kPrinted);
  EXPECT_NEAR(Alpha(c, Metric::kOrdinal), 0.8153875, kPrinted);
  EXPECT_NEAR(Alpha(c, Metric::kInterval), 0.8491071, kPrinted);
  EXPECT_NEAR(Alpha(c, Metric::kRatio), 0.7974028, kPrinted);
  const Ratings d = Of({".....34121133.3", "1.213343.......", "..21344.21133.4"}, '1', 4);
  EXPECT_NEAR(Alpha(d, Metric::kNominal), 0.6913580, kPrinted);
  EXPECT_NEAR(Alpha(d, Metric::kOrdinal), 0.8067214, kPrinted);
  EXPECT_NEAR(Alpha(d, Metric::kInterval), 0.8108449, kPrinted);
  EXPECT_NEAR(Alpha(d, Metric::kRatio), 0.8089437, kPrinted);
  const Ratings e = Of({"112.001122.01311211000201001111223222221", "1130000.21102311121000302102111122222221",
                        "203000222100221123001.30.1012202.2232.21", ".13....0.10022...31.103021122..122...12.",
                        "2..0001.2....3112..0.0..2.0..20.2.2222.1"},
                       '0', 4);
  EXPECT_NEAR(Alpha(e, Metric::kOrdinal), 0.7598292, kPrinted);
  EXPECT_NEAR(Alpha(e, Metric::kNominal), 0.4765096, kPrinted);
  EXPECT_NEAR(Alpha(e, Metric::kInterval), 0.7573783, kPrinted);
  EXPECT_NEAR(Alpha(e, Metric::kRatio), 0.6621230, kPrinted);
}

std::vector<Pattern> FromCounts(const std::vector<std::vector<int>>& rows) {
  std::vector<Pattern> patterns;
  for (const auto& row : rows) patterns.push_back({{row.begin(), row.end()}, 1});
  return patterns;
}

// J. L. Fleiss 1971: 30 subjects, 6 raters, 5 categories; and the 10 x 14 x 5 table of Wikipedia.
TEST(FleissKappa, GivesThePublishedValues) {
  std::vector<std::vector<int>> rows;
  for (const char* digits :
       {"00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
        "10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203",
        "00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006"}) {
    auto& row = rows.emplace_back();
    for (const char* digit = digits; *digit != '\0'; ++digit) row.push_back(*digit - '0');
  }
  const auto fleiss = FromCounts(rows);
  EXPECT_NEAR(PercentAgreement(fleiss).value(), 0.5555556, kPrinted);
  EXPECT_NEAR(FleissKappa(fleiss).value(), 0.4302445, kPrinted);
  EXPECT_NEAR(GwetAc1(fleiss).value(), 0.4478845, kPrinted);
  EXPECT_NEAR(BrennanPrediger(fleiss).value(), 0.4444444, kPrinted);
  const auto wikipedia = FromCounts({{0, 0, 0, 0, 14},
                                     {0, 2, 6, 4, 2},
                                     {0, 0, 3, 5, 6},
                                     {0, 3, 9, 2, 0},
                                     {2, 2, 8, 1, 1},
                                     {7, 7, 0, 0, 0},
                                     {3, 2, 6, 3, 0},
                                     {2, 5, 3, 2, 2},
                                     {6, 5, 2, 1, 0},
                                     {0, 2, 2, 3, 7}});
  EXPECT_NEAR(FleissKappa(wikipedia).value(), 0.2099307, kPrinted);
}

// Tables of J. Cohen 1960, of Wikipedia, of the irrCAC vignette, and of the kappa paradox.
TEST(CohenKappa, GivesThePublishedValuesAndTheOthersBesideIt) {
  struct Row {
    std::vector<std::vector<int>> table;
    double kappa, scott, ac1, brennan_prediger, alpha;
  };
  for (const Row& row :
       std::vector<Row>{{{{25, 12, 3}, {13, 2, 15}, {12, 16, 2}}, -.0923077, -.1007752, -.0479705, -.065, -.0952713},
                        {{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}, .4915254, .4871795, .5759717, .55, .4884615},
                        {{{20, 5}, {10, 15}}, .4, .3939394, .4059406, .4, .4},
                        {{{45, 15}, {25, 15}}, .1304348, .1208791, .2660550, .2, .1252747},
                        {{{25, 35}, {5, 35}}, .2592593, .1919192, .2079208, .2, .1959596},
                        {{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}, .7964094, .7962397, .8493305, .835, .7972585},
                        {{{118, 5}, {2, 0}}, -.0233918, -.0288066, .9407763, .888, -.0246914},
                        {{{8, 1}, {0, 1}}, .6153846, .6078431, .8657718, .8, .6274510}}) {
    const Ratings ratings = FromTable(row.table);
    const auto patterns = PatternsOf(ratings);
    EXPECT_NEAR(CohenKappa(ratings).value(), row.kappa, kPrinted);
    EXPECT_NEAR(FleissKappa(patterns).value(), row.scott, kPrinted);
    EXPECT_NEAR(GwetAc1(patterns).value(), row.ac1, kPrinted);
    EXPECT_NEAR(BrennanPrediger(patterns).value(), row.brennan_prediger, kPrinted);
    EXPECT_NEAR(KrippendorffAlpha(patterns, Metric::kNominal, {}).value(), row.alpha, kPrinted);
  }
}

// irrCAC, cac.raw4raters: the four coders of Krippendorff's example C.
TEST(GwetAc1, GivesThePublishedValuesWithMissingRatings) {
  const auto patterns = PatternsOf(Of({"123321412...", "1233224125.3", ".3332342251.", "12332441251."}, '1', 5));
  EXPECT_NEAR(PercentAgreement(patterns).value(), .8181818, kPrinted);
  EXPECT_NEAR(GwetAc1(patterns).value(), .7754441, kPrinted);
  EXPECT_NEAR(FleissKappa(patterns).value(), .7611693, kPrinted);
  EXPECT_NEAR(BrennanPrediger(patterns).value(), .7727273, kPrinted);
}

TEST(Agreement, IsUndefinedWhereNothingVaries) {
  const Ratings same = Of({"1111", "1111"}, '0', 2);
  const auto patterns = PatternsOf(same);
  EXPECT_EQ(PercentAgreement(patterns), 1.0);
  EXPECT_FALSE(CohenKappa(same));
  EXPECT_FALSE(FleissKappa(patterns));
  EXPECT_FALSE(GwetAc1(patterns));
  EXPECT_FALSE(BrennanPrediger(patterns));
  for (const Metric metric : {Metric::kNominal, Metric::kOrdinal, Metric::kInterval, Metric::kRatio}) {
    EXPECT_FALSE(KrippendorffAlpha(patterns, metric, same.values));
  }
  EXPECT_FALSE(Bootstrap(same, Measure::kAlpha, Metric::kNominal, 100, 0.95, 1));
  const auto single = PatternsOf(Of({"01..", "..10"}, '0', 2));
  EXPECT_FALSE(PercentAgreement(single)) << "no unit has two ratings";
  EXPECT_FALSE(KrippendorffAlpha(single, Metric::kNominal, {}));
  EXPECT_FALSE(PercentAgreement({}));
}

// A second, slow implementation: all pairs of all ratings, one after the other.
double SlowAlpha(const Ratings& ratings) {
  const auto coders = static_cast<std::size_t>(ratings.coders);
  double observed = 0;
  std::vector<std::int16_t> pairable;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
    std::vector<std::int16_t> given;
    for (std::size_t coder = 0; coder < coders; ++coder) {
      if (ratings.cells[unit * coders + coder] >= 0) given.push_back(ratings.cells[unit * coders + coder]);
    }
    if (given.size() < 2) continue;
    for (std::size_t i = 0; i < given.size(); ++i) {
      for (std::size_t j = 0; j < given.size(); ++j) {
        if (i != j && given[i] != given[j]) observed += 1.0 / static_cast<double>(given.size() - 1);
      }
    }
    pairable.insert(pairable.end(), given.begin(), given.end());
  }
  double expected = 0;
  for (std::size_t i = 0; i < pairable.size(); ++i) {
    for (std::size_t j = 0; j < pairable.size(); ++j) expected += i != j && pairable[i] != pairable[j] ? 1 : 0;
  }
  const auto n = static_cast<double>(pairable.size());
  return 1 - (observed / n) / (expected / (n * (n - 1)));
}

Ratings Random(unsigned seed, int units, int coders, int categories) {
  std::mt19937 random(seed);
  Ratings ratings;
  ratings.coders = coders;
  ratings.categories = categories;
  for (int unit = 0; unit < units; ++unit) {
    const int truth = static_cast<int>(random() % static_cast<unsigned>(categories));
    for (int coder = 0; coder < coders; ++coder) {
      const auto draw = random() % 10;
      ratings.cells.push_back(
          static_cast<std::int16_t>(draw == 0  ? -1
                                    : draw < 8 ? truth
                                               : static_cast<int>(random() % static_cast<unsigned>(categories))));
    }
  }
  return ratings;
}

TEST(KrippendorffAlpha, IsThatOfASlowSecondImplementation) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const Ratings ratings =
        Random(seed, 5 + static_cast<int>(seed % 60), 2 + static_cast<int>(seed % 4), 2 + static_cast<int>(seed % 5));
    const auto alpha = KrippendorffAlpha(PatternsOf(ratings), Metric::kNominal, {});
    if (!alpha) continue;
    EXPECT_NEAR(*alpha, SlowAlpha(ratings), 1e-12) << seed;
  }
}

// Units drawn one by one, the slow way, give the same interval but for chance.
TEST(Bootstrap, DrawsAsIfUnitsWereDrawnOneByOne) {
  const Ratings ratings = Random(5, 400, 3, 4);
  const Interval fast = Bootstrap(ratings, Measure::kAlpha, Metric::kNominal, 4000, 0.95, 7).value();
  std::mt19937 random(3);
  std::vector<double> drawn;
  for (int i = 0; i < 2000; ++i) {
    Ratings again = ratings;
    again.cells.clear();
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
      const std::size_t from = random() % ratings.units() * 3;
      again.cells.insert(again.cells.end(), ratings.cells.begin() + static_cast<std::ptrdiff_t>(from),
                         ratings.cells.begin() + static_cast<std::ptrdiff_t>(from) + 3);
    }
    drawn.push_back(KrippendorffAlpha(PatternsOf(again), Metric::kNominal, {}).value());
  }
  std::ranges::sort(drawn);
  EXPECT_NEAR(fast.low, drawn[50], 0.01);
  EXPECT_NEAR(fast.high, drawn[1950], 0.01);
  EXPECT_EQ(fast.undefined, 0);
  const Interval again = Bootstrap(ratings, Measure::kAlpha, Metric::kNominal, 4000, 0.95, 7).value();
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
  const Interval documents = Bootstrap(ratings, Measure::kAlpha, Metric::kNominal, 1000, 0.95, 1).value();
  ratings.cluster.clear();
  const Interval units = Bootstrap(ratings, Measure::kAlpha, Metric::kNominal, 1000, 0.95, 1).value();
  EXPECT_GT(documents.high - documents.low, 3 * (units.high - units.low));
}

}  // namespace
}  // namespace commonground::coding
