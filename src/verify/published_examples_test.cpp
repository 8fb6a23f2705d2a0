// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What published sources say of organisations, and what may be concluded.  Bounds, not guesses: a source that says
// "most" gives more than half, and nothing more.

#include <gtest/gtest.h>

#include "verify/assess.h"
#include "verify/records_testutil.h"

namespace commonground::verify {
namespace {

using model::Verdict;

class PublishedExamples : public testing::Test {
 protected:
  static model::LeadershipRecord All(std::string body) {
    auto record = Record(std::move(body));
    record.at_least = ShareBound({1, 1});
    return record;
  }
  static model::LeadershipRecord Most(std::string body) {
    auto record = Record(std::move(body));
    record.at_least = StrictBound({1, 2});
    return record;
  }
  static std::vector<Verdict> Verdicts(const model::Definition& definition,
                                       const std::vector<model::LeadershipRecord>& records) {
    const auto assessment = Assess(definition, records, {Day("2013-12-31"), 24, {}});
    EXPECT_TRUE(assessment.has_value());
    std::vector<Verdict> verdicts;
    for (const auto& criterion : assessment->criteria) verdicts.push_back(criterion.verdict);
    verdicts.push_back(assessment->verdict);  // overall, last
    return verdicts;
  }
  static constexpr Verdict kMeets = Verdict::kMeets;
  static constexpr Verdict kOpen = Verdict::kUndetermined;
};

// The board is wholly sex workers.  Of 23 employees 4 have no experience of sex work; family and clients are mixed into
// the others, so that there is no lower bound.
TEST_F(PublishedExamples, TaisPlus) {
  auto staff = Record("paid_staff");
  staff.members = 23;
  staff.at_most = CountBound(19);
  const std::vector records{All("decision_making_body"), staff};
  EXPECT_EQ(Verdicts(Nswp2013(), records), (std::vector{kMeets, kOpen, kOpen, kOpen}));
  EXPECT_EQ(Verdicts(Ruf2018(), records), (std::vector{kMeets, kOpen, kOpen, kOpen}));
  EXPECT_EQ(Verdicts(UnaidsClo(), records), (std::vector{kMeets, kOpen, kOpen, kOpen, kOpen, kOpen, kOpen}));
}

// All members of the steering committee are sex workers; only sex workers speak for it.
TEST_F(PublishedExamples, RoseAlliance) {
  const std::vector records{All("decision_making_body"), All("spokespeople")};
  EXPECT_EQ(Verdicts(Nswp2013(), records), (std::vector{kMeets, kMeets, kOpen, kOpen}));
  EXPECT_EQ(Verdicts(Ruf2018(), records), (std::vector{kMeets, kMeets, kOpen, kOpen}));
  EXPECT_EQ(Verdicts(UnaidsClo(), records), (std::vector{kMeets, kOpen, kOpen, kMeets, kOpen, kOpen, kOpen}));
}

// Sex workers make up most of the leadership: more than half, and 60% is open.
TEST_F(PublishedExamples, Empower) {
  const std::vector records{Most("leadership")};
  EXPECT_EQ(Verdicts(UnaidsClo(), records), (std::vector{kOpen, kMeets, kOpen, kOpen, kOpen, kOpen, kOpen}));
  EXPECT_EQ(Verdicts(Define("sixty", {Ask("leadership", {60, 100})}), records), (std::vector{kOpen, kOpen}));
}

// Mostly managed by current and former sex workers.
TEST_F(PublishedExamples, Stella) {
  const std::vector records{Most("decision_making_body")};
  EXPECT_EQ(Verdicts(Nswp2013(), records), (std::vector{kMeets, kOpen, kOpen, kOpen}));
  EXPECT_EQ(Verdicts(Ruf2018(), records), (std::vector{kOpen, kOpen, kOpen, kOpen}));
  EXPECT_EQ(Verdicts(UnaidsClo(), records), (std::vector{kMeets, kOpen, kOpen, kOpen, kOpen, kOpen, kOpen}));
}

// One seat of the board is for sex workers; the others' status is not stated.  No fail may be inferred.
TEST_F(PublishedExamples, Wonetha) {
  auto board = Record("decision_making_body");
  board.at_least = CountBound(1);
  for (const auto& definition : {Nswp2013(), Ruf2018(), UnaidsClo()}) {
    EXPECT_EQ(Verdicts(definition, {board}).front(), kOpen);
    EXPECT_EQ(Verdicts(definition, {board}).back(), kOpen);
  }
}

// The president is a sex worker, and the executive has the final say; no shares are stated.
TEST_F(PublishedExamples, Jswc) {
  for (const auto& definition : {Nswp2013(), Ruf2018(), UnaidsClo()}) {
    EXPECT_EQ(Verdicts(definition, {Record("decision_making_body")}).back(), kOpen);
  }
}

}  // namespace
}  // namespace commonground::verify
