// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The estimate covers the truth as often as it says.

#include "coding/suggest/stopping.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace commonground::coding {
namespace {

using State = model::RecallEstimate::State;

std::vector<Label> Decisions(std::initializer_list<std::pair<Label, std::size_t>> runs) {
  std::vector<Label> all;
  for (const auto& [label, count] : runs) all.insert(all.end(), count, label);
  return all;
}

// Values of scipy.stats.hypergeom.cdf, 1.10.1.
TEST(Hypergeometric, GivesTheChancesThatScipyGives) {
  EXPECT_NEAR(ChanceOfAtMost(2, {100, 20, 30}), 0.022681166330656893, 1e-12);
  EXPECT_NEAR(ChanceOfAtMost(1, {5000, 60, 500}), 0.013394264962726438, 1e-12);
  EXPECT_NEAR(ChanceOfAtMost(0, {1000, 16, 200}), 0.027305962030465626, 1e-12);
  EXPECT_NEAR(ChanceOfAtMost(80, {200, 150, 120}), 0.0005630048364318928, 1e-12);
  EXPECT_EQ(ChanceOfAtMost(9, {300, 300, 10}), 0);
  EXPECT_EQ(ChanceOfAtMost(10, {300, 300, 10}), 1);
}

// All urns of up to 12: against counting every draw.
TEST(Hypergeometric, CountsEveryDraw) {
  for (unsigned all = 1; all <= 10; ++all) {
    for (unsigned relevant = 0; relevant <= all; ++relevant) {
      for (unsigned drawn = 0; drawn <= all; ++drawn) {
        for (unsigned k = 0; k <= drawn; ++k) {
          double hits = 0;
          double draws = 0;
          for (unsigned draw = 0; draw < 1U << all; ++draw) {
            if (static_cast<unsigned>(__builtin_popcount(draw)) != drawn) continue;
            ++draws;
            hits += static_cast<unsigned>(__builtin_popcount(draw & ((1U << relevant) - 1))) <= k ? 1 : 0;
          }
          ASSERT_NEAR(ChanceOfAtMost(k, {all, relevant, drawn}), hits / draws, 1e-10)
              << all << " " << relevant << " " << drawn << " " << k;
        }
      }
    }
  }
}

// One window; the numbers by scipy.  9 more are believed at 5%, 10 are not.
TEST(EstimateLeft, BoundsWhatIsLeft) {
  const auto decisions = Decisions({{Label::kNotRelevant, 25}});
  const model::RecallEstimate left = EstimateLeft(decisions, 75, 40);
  EXPECT_GE(ChanceOfAtMost(0, {100, 9, 25}), 0.05);
  EXPECT_LT(ChanceOfAtMost(0, {100, 10, 25}), 0.05);
  EXPECT_EQ(left.at_most, 9);
  EXPECT_EQ(left.probably_at_most, 2);
  EXPECT_EQ(left.state, State::kBounded);
  EXPECT_NEAR(left.recall_at_least, 40.0 / 49, 1e-12);
}

// docs/methods/suggestions.md, worked by scipy: windows of 25, 50, 100, 200, 400, so 1% and 10% each.
TEST(EstimateLeft, GivesWhatTheDocumentationSays) {
  const auto decisions = Decisions({{Label::kRelevant, 30}, {Label::kNotRelevant, 370}});
  const model::RecallEstimate left = EstimateLeft(decisions, 600, 0);
  EXPECT_EQ(left.at_most, 15);
  EXPECT_EQ(left.probably_at_most, 7);
  EXPECT_EQ(left.state, State::kBounded);
}

TEST(EstimateLeft, SaysWhenItCannotTell) {
  EXPECT_EQ(EstimateLeft({}, 100, 5).state, State::kNothingDecided);
  EXPECT_EQ(EstimateLeft({}, 100, 5).at_most, 100);
  const auto few = Decisions({{Label::kRelevant, 3}});
  EXPECT_EQ(EstimateLeft(few, 1000, 0).state, State::kCannotTell);
  EXPECT_LE(EstimateLeft(few, 1000, 0).at_most, 1000);
  const auto refused = Decisions({{Label::kNotRelevant, 400}});
  EXPECT_EQ(EstimateLeft(refused, 6000, 0).state, State::kCannotTell) << "nothing found: nothing to compare with";
}

TEST(EstimateLeft, KnowsThatNothingIsLeftWhenAllIsDecided) {
  const auto all = Decisions({{Label::kRelevant, 3}, {Label::kNotRelevant, 9}});
  const model::RecallEstimate left = EstimateLeft(all, 0, 2);
  EXPECT_EQ(left.state, State::kBounded);
  EXPECT_EQ(left.at_most, 0);
  EXPECT_EQ(left.recall_at_least, 1);
  EXPECT_EQ(ChanceOfMissing(all, 0, 2, 0.95), 0);
}

// The paper's K_tar = floor(found / target - found before the window + 1); one window here.
TEST(ChanceOfMissing, IsThePapersForOneWindow) {
  const auto last = Decisions({{Label::kNotRelevant, 20}});
  const double expected = ChanceOfAtMost(0, {100, 2, 20});  // floor(30 / 0.95 - 30 + 1) = 2
  EXPECT_NEAR(ChanceOfMissing(last, 80, 30, 0.95), expected, 1e-12);
  EXPECT_EQ(ChanceOfMissing({}, 80, 30, 0.95), 1);
}

// A person decides about what is likeliest first: a relevant passage is `pull` times as likely to come next.
struct Simulated {
  std::vector<Label> order;
  std::int64_t relevant = 0;
};
Simulated Simulate(std::size_t passages, double share, double pull, std::mt19937_64& random) {
  const auto uniform = [&random] { return (static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0; };
  std::vector<std::pair<double, Label>> keys;
  Simulated simulated;
  for (std::size_t i = 0; i < passages; ++i) {
    const bool relevant = uniform() < share;
    simulated.relevant += relevant ? 1 : 0;
    // Exponential waiting times give the order of draws with these weights.
    keys.emplace_back(-std::log(uniform()) / (relevant ? pull : 1), relevant ? Label::kRelevant : Label::kNotRelevant);
  }
  std::ranges::sort(keys);
  for (const auto& [key, label] : keys) simulated.order.push_back(label);
  return simulated;
}

TEST(EstimateLeftSlow, IsRightNineteenTimesInTwenty) {
  std::mt19937_64 random(1);
  for (const double pull : {1.0, 3.0, 20.0}) {
    for (const double share : {0.01, 0.05, 0.3}) {
      for (const std::size_t decided : {60U, 250U, 700U}) {
        int covered = 0;
        int probably = 0;
        constexpr int kRuns = 1000;
        for (int run = 0; run < kRuns; ++run) {
          const Simulated simulated = Simulate(1000, share, pull, random);
          const std::span<const Label> seen(simulated.order.data(), decided);
          const model::RecallEstimate left = EstimateLeft(seen, static_cast<std::int64_t>(1000 - decided), 0);
          covered += simulated.relevant - left.found <= left.at_most ? 1 : 0;
          probably += simulated.relevant - left.found <= left.probably_at_most ? 1 : 0;
        }
        EXPECT_GE(covered, kRuns * 94 / 100) << pull << " " << share << " " << decided;
        EXPECT_GE(probably, kRuns * 47 / 100) << pull << " " << share << " " << decided;
      }
    }
  }
}

// Who looks after every ten decisions and stops at the first promise of 95%.
TEST(EstimateLeftSlow, HoldsForThoseWhoStopAtTheFirstPromise) {
  std::mt19937_64 random(2);
  for (const double pull : {1.0, 3.0, 20.0}) {
    int stopped_early = 0;
    int wrong = 0;
    double saved = 0;
    constexpr int kRuns = 500;
    for (int run = 0; run < kRuns; ++run) {
      const Simulated simulated = Simulate(1000, 0.1, pull, random);
      for (std::size_t decided = 10; decided < 1000; decided += 10) {
        const std::span<const Label> seen(simulated.order.data(), decided);
        if (ChanceOfMissing(seen, static_cast<std::int64_t>(1000 - decided), 0, 0.95) >= 0.05) continue;
        const auto found = std::ranges::count(seen, Label::kRelevant);
        ++stopped_early;
        wrong += static_cast<double>(found) < 0.95 * static_cast<double>(simulated.relevant) ? 1 : 0;
        saved += static_cast<double>(1000 - decided) / 1000;
        break;
      }
    }
    EXPECT_EQ(stopped_early, kRuns) << pull;
    EXPECT_LE(wrong, kRuns * 5 / 100) << pull;
    if (pull == 20) {
      EXPECT_GT(saved, kRuns * 0.2) << "worth it where the ranking is good";
    }
  }
}

}  // namespace
}  // namespace commonground::coding
