// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Classes of codes at every border of the rules.

#include "compare/classify.h"

#include <gtest/gtest.h>

namespace commonground::compare {
namespace {

using model::PrevalenceClass;
using model::Share;

PrevalenceClass Class(Tally tally, ClassRule rule = {{1, 2}, {1, 2}}) {
  return Classify(tally, rule);
}

TEST(Classify, EachClassHasItsPlace) {
  EXPECT_EQ(Class({5, 5, 5, 10, 20}), PrevalenceClass::kCommonGround);
  EXPECT_EQ(Class({5, 5, 5, 9, 20}), PrevalenceClass::kInMostRegions);  // everywhere, but in less than half the cases
  EXPECT_EQ(Class({5, 5, 3, 20, 20}), PrevalenceClass::kInMostRegions);
  EXPECT_EQ(Class({5, 5, 2, 8, 20}), PrevalenceClass::kInFewRegions);
  EXPECT_EQ(Class({5, 5, 1, 4, 20}), PrevalenceClass::kRegional);
  EXPECT_EQ(Class({5, 5, 0, 2, 20}), PrevalenceClass::kInFewRegions);  // only where the context is not sourced
  EXPECT_EQ(Class({5, 5, 0, 0, 20}), PrevalenceClass::kAbsent);
  EXPECT_EQ(Class({0, 0, 0, 0, 0}), PrevalenceClass::kAbsent);
}

TEST(Classify, ExactlyTheShareIsCommonGroundButNotWidespread) {
  EXPECT_EQ(Class({4, 4, 4, 2, 4}), PrevalenceClass::kCommonGround);
  EXPECT_EQ(Class({4, 4, 2, 2, 4}), PrevalenceClass::kInFewRegions);  // half of the groups is not more than half
}

TEST(Classify, SoFarMeansTheGroupsWithMaterial) {
  EXPECT_EQ(Class({5, 2, 2, 2, 3}), PrevalenceClass::kCommonGround);
  EXPECT_EQ(Class({5, 3, 2, 2, 6}), PrevalenceClass::kInMostRegions);
}

TEST(Classify, OneGroupIsNoCommonGroundUnlessTheFrameHasOnlyOne) {
  EXPECT_EQ(Class({5, 1, 1, 4, 4}), PrevalenceClass::kRegional);
  EXPECT_EQ(Class({1, 1, 1, 4, 4}), PrevalenceClass::kCommonGround);
  EXPECT_EQ(Class({1, 1, 1, 1, 4}), PrevalenceClass::kRegional);
  EXPECT_EQ(Class({5, 5, 1, 1, 20}, {{1, 2}, {0, 1}}), PrevalenceClass::kRegional);  // never in most regions
}

TEST(Counts, AContextThatIsNotSourcedIsNoContext) {
  EXPECT_FALSE(Counts("unknown"));
  EXPECT_FALSE(Counts("disputed"));
  EXPECT_TRUE(Counts("mixed_subnational"));
  EXPECT_TRUE(Counts("africa"));
}

TEST(Balance, IsTheExactMeanOfTheShares) {
  const auto balanced = [](std::vector<Share> shares) {
    const BalancedShare share = Balance(shares);
    return std::pair(share.num, share.den);
  };
  using Pair = std::pair<std::int64_t, std::int64_t>;
  EXPECT_EQ(balanced({{1, 2}, {2, 3}}), Pair(7, 12));
  EXPECT_EQ(balanced({{1, 2}, {0, 0}, {2, 3}}), Pair(7, 12));  // a group without cases has no share
  EXPECT_EQ(balanced({{0, 4}, {0, 3}}), Pair(0, 1));
  EXPECT_EQ(balanced({{4, 4}, {3, 3}}), Pair(1, 1));
  EXPECT_EQ(balanced({}), Pair(0, 0));
  EXPECT_EQ(balanced({{0, 0}}), Pair(0, 0));
}

TEST(Balance, IsRoundedWhereLowestTermsDoNotFit) {
  // Primes near 20,000, so that nothing cancels: (sum of 1/p) / n.
  const std::vector<Share> seven{{1, 19'997}, {1, 19'993}, {1, 19'991}, {1, 19'979},
                                 {1, 19'973}, {1, 19'963}, {1, 19'961}};
  const BalancedShare share = Balance(seven);
  EXPECT_EQ(share.den, 1'000'000'000);
  EXPECT_EQ(share.num, 50'051);  // 5.00511e-05
  std::vector<Share> many;
  for (std::int32_t of = 19'001; of < 20'000; ++of) many.push_back({of, of});
  EXPECT_EQ(Balance(many).num, Balance(many).den);  // all: exactly one
  for (Share& each : many) --each.present;
  EXPECT_EQ(Balance(many).den, 1'000'000'000);
  EXPECT_EQ(Balance(many).num, 999'948'707);
}

}  // namespace
}  // namespace commonground::compare
