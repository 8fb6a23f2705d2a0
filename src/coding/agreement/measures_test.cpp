// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Published and recomputed reference values; where each is from is said beside it.
#include "coding/agreement/measures.h"

#include <gmock/gmock.h>

#include <array>
#include <string>

#include "coding/agreement/ratings_testutil.h"

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

double AlphaIs(const Ratings& ratings, Metric metric) {
  return KrippendorffAlpha(PatternsOf(ratings), metric, ratings.values).value();
}

// K. Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", examples A to C; D from Wikipedia; E from
// A. F. Hayes and K. Krippendorff 2007.
TEST(KrippendorffAlpha, GivesThePublishedValues) {
  EXPECT_NEAR(AlphaIs(Of({"0100000010", "1110010000"}, '0', 2), Metric::kNominal), 0.0952381, kPrinted);
  EXPECT_NEAR(AlphaIs(Of({"aabbdcccedda", "babbbccceddd"}, 'a', 5), Metric::kNominal), 0.6919643, kPrinted);
  const Ratings c = Of({"123321412...", "1233224125.3", ".3332342251.", "12332441251."}, '1', 5);
  EXPECT_NEAR(AlphaIs(c, Metric::kNominal), 0.7434211, kPrinted);
  EXPECT_NEAR(AlphaIs(c, Metric::kOrdinal), 0.8153875, kPrinted);
  EXPECT_NEAR(AlphaIs(c, Metric::kInterval), 0.8491071, kPrinted);
  EXPECT_NEAR(AlphaIs(c, Metric::kRatio), 0.7974028, kPrinted);
  const Ratings d = Of({".....34121133.3", "1.213343.......", "..21344.21133.4"}, '1', 4);
  EXPECT_NEAR(AlphaIs(d, Metric::kNominal), 0.6913580, kPrinted);
  EXPECT_NEAR(AlphaIs(d, Metric::kOrdinal), 0.8067214, kPrinted);
  EXPECT_NEAR(AlphaIs(d, Metric::kInterval), 0.8108449, kPrinted);
  EXPECT_NEAR(AlphaIs(d, Metric::kRatio), 0.8089437, kPrinted);
  const Ratings e = Of({"112.001122.01311211000201001111223222221", "1130000.21102311121000302102111122222221",
                        "203000222100221123001.30.1012202.2232.21", ".13....0.10022...31.103021122..122...12.",
                        "2..0001.2....3112..0.0..2.0..20.2.2222.1"},
                       '0', 4);
  EXPECT_NEAR(AlphaIs(e, Metric::kOrdinal), 0.7598292, kPrinted);
  EXPECT_NEAR(AlphaIs(e, Metric::kNominal), 0.4765096, kPrinted);
  EXPECT_NEAR(AlphaIs(e, Metric::kInterval), 0.7573783, kPrinted);
  EXPECT_NEAR(AlphaIs(e, Metric::kRatio), 0.6621230, kPrinted);
}

// K. Krippendorff 2011, example A: what alpha is made of.
TEST(KrippendorffAlpha, SaysItsDisagreementsAndWhatCouldBePaired) {
  const Alpha a = AlphaOf(PatternsOf(Of({"0100000010", "1110010000"}, '0', 2)), Metric::kNominal, {}).value();
  EXPECT_NEAR(a.observed, .4, kPrinted);
  EXPECT_NEAR(a.expected, .4421053, kPrinted);
  EXPECT_EQ(a.pairable, 20);
  const auto pairable = [](const std::vector<std::string>& rows, char first, int categories) {
    const Ratings ratings = Of(rows, first, categories);
    return AlphaOf(PatternsOf(ratings), Metric::kOrdinal, ratings.values).value().pairable;
  };
  EXPECT_EQ(pairable({"123321412...", "1233224125.3", ".3332342251.", "12332441251."}, '1', 5), 40);
  EXPECT_EQ(pairable({".....34121133.3", "1.213343.......", "..21344.21133.4"}, '1', 4), 26);
  EXPECT_EQ(pairable({"112.001122.01311211000201001111223222221", "1130000.21102311121000302102111122222221",
                      "203000222100221123001.30.1012202.2232.21", ".13....0.10022...31.103021122..122...12.",
                      "2..0001.2....3112..0.0..2.0..20.2.2222.1"},
                     '0', 4),
            159);
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
  // Each category against the rest, from exact fractions (Fleiss himself rounded before he divided).
  const std::vector<double> shares = CategoryShares(fleiss);
  double by_chance = 0;
  for (std::size_t k = 0; k < 5; ++k) {
    EXPECT_NEAR(shares[k], (std::array{.14444, .14444, .16667, .30556, .23889})[k], 5e-6);
    EXPECT_NEAR(FleissKappaOf(fleiss, k).value(), (std::array{.24476, .24476, .52, .47113, .56612})[k], 5e-6);
    by_chance += shares[k] * shares[k];
  }
  EXPECT_NEAR(by_chance, .2199383, kPrinted);
  EXPECT_NEAR(FleissStandardError(fleiss).value(), .0243739, kPrinted);
  EXPECT_NEAR(FleissKappa(fleiss).value() / FleissStandardError(fleiss).value(), 17.652, 5e-4);
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
  EXPECT_NEAR(PercentAgreement(wikipedia).value(), .3780220, kPrinted);
  by_chance = 0;
  for (const double share : CategoryShares(wikipedia)) by_chance += share * share;
  EXPECT_NEAR(by_chance, .2127551, kPrinted);
  EXPECT_FALSE(FleissStandardError(FromCounts({{2, 1}, {1, 1}}))) << "units differ in their number of ratings";
}

// Tables of J. Cohen 1960, of Wikipedia, of the irrCAC vignette, and of the kappa paradox.
TEST(CohenKappa, GivesThePublishedValuesAndTheOthersBesideIt) {
  struct Row {
    std::vector<std::vector<int>> table;
    double agreed, by_chance, kappa, scott, ac1, brennan_prediger, alpha;
  };
  for (const Row& row : std::vector<Row>{
           {{{25, 12, 3}, {13, 2, 15}, {12, 16, 2}}, 0.29, 0.35, -.0923077, -.1007752, -.0479705, -.065, -.0952713},
           {{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}, 0.7, 0.41, .4915254, .4871795, .5759717, .55, .4884615},
           {{{20, 5}, {10, 15}}, 0.7, 0.5, .4, .3939394, .4059406, .4, .4},
           {{{45, 15}, {25, 15}}, 0.6, 0.54, .1304348, .1208791, .2660550, .2, .1252747},
           {{{25, 35}, {5, 35}}, 0.6, 0.46, .2592593, .1919192, .2079208, .2, .1959596},
           {{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}, 0.89, 0.4597, .7964094, .7962397, .8493305, .835, .7972585},
           {{{118, 5}, {2, 0}}, 0.944, 0.94528, -.0233918, -.0288066, .9407763, .888, -.0246914},
           {{{8, 1}, {0, 1}}, 0.9, 0.74, .6153846, .6078431, .8657718, .8, .6274510}}) {
    const Ratings ratings = FromTable(row.table);
    const auto patterns = PatternsOf(ratings);
    const Cohen cohen = CohenOf(ratings).value();
    EXPECT_NEAR(cohen.agreed, row.agreed, kPrinted);
    EXPECT_NEAR(cohen.by_chance, row.by_chance, kPrinted);
    EXPECT_NEAR(cohen.kappa, row.kappa, kPrinted);
    EXPECT_NEAR(FleissKappa(patterns).value(), row.scott, kPrinted);
    EXPECT_NEAR(GwetAc1(patterns).value(), row.ac1, kPrinted);
    EXPECT_NEAR(BrennanPrediger(patterns).value(), row.brennan_prediger, kPrinted);
    EXPECT_NEAR(KrippendorffAlpha(patterns, Metric::kNominal, {}).value(), row.alpha, kPrinted);
  }
}

TEST(CohenKappa, SaysHowHighItCouldBeAndCanWeighCategories) {
  const Ratings ratings = FromTable({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
  EXPECT_NEAR(CohenOf(ratings).value().highest, .831, 5e-4);
  EXPECT_NEAR(WeightedKappa(ratings, Weighting::kLinear).value(), .4736842, kPrinted);
  EXPECT_NEAR(WeightedKappa(ratings, Weighting::kQuadratic).value(), .4545455, kPrinted);
  EXPECT_FALSE(WeightedKappa(FromTable({{5, 0}, {0, 0}}), Weighting::kLinear));
}

// statsmodels 0.13.5, cohens_kappa(table).std_kappa.
TEST(CohenKappa, HasTheStandardErrorOfLargeSamples) {
  EXPECT_NEAR(CohenOf(FromTable({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}})).value().standard_error, 0.05100182,
              kPrinted);
  EXPECT_NEAR(CohenOf(FromTable({{20, 5}, {10, 15}})).value().standard_error, 0.12699606, kPrinted);
  EXPECT_NEAR(CohenOf(FromTable({{118, 5}, {2, 0}})).value().standard_error, 0.01228676, kPrinted);
}

// NVivo's own example of 1,000 characters (its help pages), and the case in which a peer's formula goes wrong.
TEST(CohenKappa, CountsTextThatNeitherCoded) {
  Ratings nvivo;
  nvivo.coders = nvivo.categories = 2;
  nvivo.cells = {1, 1, 1, 0, 0, 0};
  nvivo.weights = {50, 150, 800};
  EXPECT_EQ(PercentAgreement(PatternsOf(nvivo)), .85);
  Ratings characters = nvivo;
  characters.cells = {1, 1, 1, 0, 0, 1, 0, 0};
  characters.weights = {80, 20, 20, 880};
  EXPECT_NEAR(CohenKappa(characters).value(), .7778, 5e-5);
}

// irrCAC, cac.raw4raters: the four coders of Krippendorff's example C.
TEST(GwetAc1, GivesThePublishedValuesWithMissingRatings) {
  const auto patterns = PatternsOf(Of({"123321412...", "1233224125.3", ".3332342251.", "12332441251."}, '1', 5));
  EXPECT_NEAR(PercentAgreement(patterns).value(), .8181818, kPrinted);
  EXPECT_NEAR(GwetAc1(patterns).value(), .7754441, kPrinted);
  EXPECT_NEAR(FleissKappa(patterns).value(), .7611693, kPrinted);
  EXPECT_NEAR(BrennanPrediger(patterns).value(), .7727273, kPrinted);
}

// irrCAC gives 1 for both where all ratings are in one category; their chance is 0, and one over the categories.
TEST(Agreement, IsOneOrUndefinedWhereNothingVaries) {
  for (const char* ratings : {"0000", "1111", "1", "11.1"}) {
    for (const int categories : {2, 5}) {
      const Ratings same = Of({ratings, ratings}, '0', categories);
      const auto patterns = PatternsOf(same);
      EXPECT_EQ(PercentAgreement(patterns), 1.0);
      EXPECT_EQ(GwetAc1(patterns), 1.0);
      EXPECT_EQ(BrennanPrediger(patterns), 1.0);
      EXPECT_FALSE(CohenKappa(same));
      EXPECT_FALSE(WeightedKappa(same, Weighting::kLinear));
      EXPECT_FALSE(FleissKappa(patterns));
      for (const Metric metric : {Metric::kNominal, Metric::kOrdinal, Metric::kInterval, Metric::kRatio}) {
        EXPECT_FALSE(KrippendorffAlpha(patterns, metric, same.values));
      }
    }
  }
  const auto single = PatternsOf(Of({"01..", "..10"}, '0', 2));
  EXPECT_FALSE(PercentAgreement(single)) << "no unit has two ratings";
  EXPECT_FALSE(KrippendorffAlpha(single, Metric::kNominal, {}));
  EXPECT_FALSE(GwetAc1(single));
  EXPECT_FALSE(BrennanPrediger(single));
  EXPECT_FALSE(PercentAgreement({}));
  EXPECT_FALSE(GwetAc1({}));
  EXPECT_FALSE(BrennanPrediger({}));
}

// A second, slow implementation: all pairs of all ratings, one after the other.
double SlowAlpha(const Ratings& ratings) {
  const auto coders = static_cast<std::size_t>(ratings.coders);
  double observed = 0;
  std::vector<std::int16_t> pairable;
  for (std::size_t unit = 0; unit < ratings.rows(); ++unit) {
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

TEST(KrippendorffAlpha, IsThatOfASlowSecondImplementation) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const Ratings ratings = RandomRatings(seed, 5 + static_cast<int>(seed % 60), 2 + static_cast<int>(seed % 4),
                                          2 + static_cast<int>(seed % 5));
    const auto alpha = KrippendorffAlpha(PatternsOf(ratings), Metric::kNominal, {});
    if (!alpha) continue;
    EXPECT_NEAR(*alpha, SlowAlpha(ratings), 1e-12) << seed;
  }
}

}  // namespace
}  // namespace commonground::coding
