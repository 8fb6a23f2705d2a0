// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Assessments by examples of every rule.

#include "verify/assess.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "verify/records_testutil.h"

namespace commonground::verify {
namespace {

using model::Verdict;

AssessmentRules On(std::string_view day) {
  return {Day(day), 24, {}};
}

model::Assessment Assessed(const model::Definition& definition, std::vector<model::LeadershipRecord> records,
                           const AssessmentRules& rules = On("2013-12-31")) {
  const auto assessment = Assess(definition, records, rules);
  EXPECT_TRUE(assessment.has_value()) << (assessment ? "" : core::Describe(assessment.error()));
  return assessment.value_or(model::Assessment{});
}

// One record, one criterion.
model::CriterionResult One(const model::Criterion& criterion, model::LeadershipRecord record,
                           const AssessmentRules& rules = On("2013-12-31")) {
  return Assessed(Define("one", {criterion}), {std::move(record)}, rules).criteria.at(0);
}

TEST(Assess, ThirtyThreePercentIsNotOneThird) {
  const model::Criterion staff = Ask("paid_staff", {33, 100});
  EXPECT_EQ(One(staff, Counted("paid_staff", 33, 100)).verdict, Verdict::kMeets);
  EXPECT_EQ(One(staff, Counted("paid_staff", 32, 99)).verdict, Verdict::kFails);
  EXPECT_EQ(One(staff, Counted("paid_staff", 1, 3)).verdict, Verdict::kMeets);
  EXPECT_EQ(One(staff, Counted("paid_staff", 329, 1000)).verdict, Verdict::kFails);  // not rounded
}

TEST(Assess, ExactlyHalfMeetsOneDefinitionAndFailsAnother) {
  const auto half = Counted("decision_making_body", 5, 10);
  EXPECT_EQ(Assessed(Nswp2013(), {half}).criteria[0].verdict, Verdict::kMeets);
  EXPECT_EQ(Assessed(Ruf2018(), {half}).criteria[0].verdict, Verdict::kFails);
  EXPECT_EQ(Assessed(UnaidsClo(), {half}).criteria[0].verdict, Verdict::kFails);
}

// DEFINITIONS.md, section 2: the consequences.
TEST(Assess, FiftyFivePercentSeparatesTheDefinitions) {
  const auto board = Counted("decision_making_body", 55, 100);
  EXPECT_EQ(Assessed(Nswp2013(), {board}).criteria[0].verdict, Verdict::kMeets);
  EXPECT_EQ(Assessed(Ruf2018(), {board}).criteria[0].verdict, Verdict::kFails);
  EXPECT_EQ(Assessed(UnaidsClo(), {board}).criteria[0].verdict, Verdict::kMeets);
  const auto staff = Counted("paid_staff", 1, 3);
  EXPECT_EQ(Assessed(Nswp2013(), {staff}).criteria[2].verdict, Verdict::kMeets);
  EXPECT_EQ(Assessed(Ruf2018(), {staff}).criteria[2].verdict, Verdict::kMeets);
  EXPECT_EQ(Assessed(UnaidsClo(), {staff}).criteria[2].verdict, Verdict::kFails);
}

// docs/methods/leadership.md, "A worked example".
TEST(Assess, WorkedExampleOfTheMethod) {
  auto board = Counted("decision_making_body", 5, 9);
  board.undisclosed = 1;
  auto speakers = Counted("spokespeople", 1, 4);
  speakers.undisclosed = 2;
  const std::vector records{board, speakers, Counted("paid_staff", 0, 0)};
  const model::Assessment nswp = Assessed(Nswp2013(), records);
  EXPECT_EQ(nswp.criteria[0].verdict, Verdict::kMeets);
  EXPECT_EQ(nswp.criteria[0].headroom, 1);
  EXPECT_EQ(nswp.criteria[1].verdict, Verdict::kUndetermined);
  EXPECT_EQ(nswp.criteria[1].headroom, 0);
  EXPECT_EQ(nswp.criteria[1].shortfall, 2);
  EXPECT_EQ(nswp.criteria[2].verdict, Verdict::kNotApplicable);
  EXPECT_EQ(nswp.verdict, Verdict::kUndetermined);
  EXPECT_EQ(Assessed(Ruf2018(), records).criteria[0].verdict, Verdict::kUndetermined);  // 5/9 or 6/9 of 60/100
}

TEST(Assess, UndisclosedNeverMakesAFail) {
  auto record = Counted("board", 0, 10);
  record.undisclosed = 5;
  EXPECT_EQ(One(Ask("board", {1, 2}), record).verdict, Verdict::kUndetermined);
  record.undisclosed = 4;
  EXPECT_EQ(One(Ask("board", {1, 2}), record).verdict, Verdict::kFails);
}

TEST(Assess, AnEmptyBodyFollowsThePolicy) {
  const auto empty = Counted("paid_staff", 0, 0);
  const auto applies_not =
      One(Ask("paid_staff", {33, 100}, model::Comparator::kAtLeast, model::EmptyBody::kNotApplicable), empty);
  EXPECT_EQ(applies_not.verdict, Verdict::kNotApplicable);
  EXPECT_EQ(applies_not.headroom, std::nullopt);
  EXPECT_EQ(One(Ask("paid_staff", {33, 100}), empty).verdict, Verdict::kUndetermined);
}

TEST(Assess, SharesDecideWithoutTheNumberOfMembers) {
  auto record = Record("board");
  record.at_least = ShareBound({1, 1});
  EXPECT_EQ(One(Ask("board", {60, 100}), record).verdict, Verdict::kMeets);
  EXPECT_EQ(One(Ask("board", {60, 100}), record).headroom, std::nullopt);
  record.at_least = ShareBound({1, 2});
  EXPECT_EQ(One(Ask("board", {50, 100}), record).verdict, Verdict::kMeets);
  EXPECT_EQ(One(Ask("board", {1, 2}, model::Comparator::kMoreThan), record).verdict, Verdict::kUndetermined);
  record.at_least = StrictBound({1, 2});
  EXPECT_EQ(One(Ask("board", {1, 2}, model::Comparator::kMoreThan), record).verdict, Verdict::kMeets);
  EXPECT_EQ(One(Ask("board", {60, 100}), record).verdict, Verdict::kUndetermined);

  auto at_most = Record("board");
  at_most.at_most = ShareBound({1, 2});
  EXPECT_EQ(One(Ask("board", {1, 2}), at_most).verdict, Verdict::kUndetermined);
  EXPECT_EQ(One(Ask("board", {1, 2}, model::Comparator::kMoreThan), at_most).verdict, Verdict::kFails);
  at_most.at_most = StrictBound({1, 2});
  EXPECT_EQ(One(Ask("board", {1, 2}), at_most).verdict, Verdict::kFails);
  at_most.undisclosed = 3;  // nobody knows what share they are
  EXPECT_EQ(One(Ask("board", {1, 2}), at_most).verdict, Verdict::kUndetermined);
}

TEST(Assess, NothingFoundIsUndetermined) {
  const model::Assessment nothing = Assessed(Nswp2013(), {});
  EXPECT_EQ(nothing.verdict, Verdict::kUndetermined);
  EXPECT_TRUE(nothing.organisation.empty());
  EXPECT_EQ(nothing.criteria[0].as_of, std::nullopt);
  EXPECT_EQ(One(Ask("board", {1, 2}), Counted("board", 1, 1, "2014")).verdict, Verdict::kUndetermined);  // later
  auto without_members = Record("board");
  without_members.sex_workers = 4;
  EXPECT_EQ(One(Ask("board", {1, 2}), without_members).verdict, Verdict::kUndetermined);
}

TEST(Assess, ADefinitionWithoutCountsIsNotApplicable) {
  EXPECT_EQ(Assessed(Define("swit-2013", {}), {Counted("board", 1, 2)}).verdict, Verdict::kNotApplicable);
}

TEST(Assess, ARecordHoldsForItsMonthsAndNotADayLonger) {
  const model::Criterion half = Ask("board", {1, 2});
  EXPECT_EQ(One(half, Counted("board", 2, 2, "2012-02-29"), On("2014-02-27")).verdict, Verdict::kMeets);
  EXPECT_EQ(One(half, Counted("board", 2, 2, "2012-02-29"), On("2014-02-28")).verdict, Verdict::kExpired);
  EXPECT_EQ(One(half, Counted("board", 2, 2, "2012"), On("2013-12-31")).verdict, Verdict::kMeets);
  EXPECT_EQ(One(half, Counted("board", 2, 2, "2012"), On("2014-01-01")).verdict, Verdict::kExpired);
  EXPECT_EQ(One(half, Counted("board", 2, 2, "2012-05-01"), On("2012-05-01")).verdict, Verdict::kMeets);
  const auto expired = One(half, Counted("board", 0, 2, "2010"), On("2014-01-01"));
  EXPECT_EQ(expired.verdict, Verdict::kExpired);  // whatever the counts
  EXPECT_EQ(expired.headroom, std::nullopt);
  EXPECT_EQ(expired.as_of, Day("2010"));
}

TEST(Assess, TheNewestRecordCounts) {
  const model::Definition definition = Define("one", {Ask("board", {1, 2})});
  const auto verdict = [&](std::vector<model::LeadershipRecord> records) {
    return Assessed(definition, std::move(records)).verdict;
  };
  EXPECT_EQ(verdict({Counted("board", 0, 2, "2013-05"), Counted("board", 2, 2, "2012-06")}), Verdict::kFails);
  EXPECT_EQ(verdict({Counted("board", 0, 2, "2013-05"), Counted("board", 2, 2, "2013-06")}), Verdict::kMeets);
  EXPECT_EQ(verdict({Counted("board", 0, 2, "2013"), Counted("board", 2, 2, "2013-01")}), Verdict::kMeets);
  EXPECT_EQ(verdict({Counted("board", 0, 2, "2013-01"), Claim("board", "2013")}), Verdict::kFails);
  EXPECT_EQ(verdict({Claim("board", "2013"), Counted("board", 0, 2, "2013-01")}), Verdict::kFails);
  EXPECT_EQ(verdict({Counted("board", 2, 2, "2013-01"), Claim("board", "2013-02")}), Verdict::kReported);
}

TEST(Assess, AClaimNeverMeets) {
  EXPECT_EQ(One(Ask("board", {1, 2}), Claim("board")).verdict, Verdict::kReported);
  auto with_counts = Claim("board");
  with_counts.members = 4;
  with_counts.sex_workers = 4;
  const auto result = One(Ask("board", {1, 2}), with_counts);
  EXPECT_EQ(result.verdict, Verdict::kReported);
  EXPECT_EQ(result.headroom, std::nullopt);
  with_counts.sex_workers = 1;
  const auto fails = One(Ask("board", {1, 2}), with_counts);
  EXPECT_EQ(fails.verdict, Verdict::kFails);
  EXPECT_EQ(fails.shortfall, 2);
}

TEST(Assess, AClaimAboutAnotherDefinitionDecidesNothing) {
  AssessmentRules rules = On("2013-12-31");
  rules.claims_about = {{"report", "nswp-2013"}};
  const std::vector claims{Claim("decision_making_body"), Claim("spokespeople"), Claim("paid_staff")};
  EXPECT_EQ(Assessed(Nswp2013(), claims, rules).verdict, Verdict::kReported);
  const model::Assessment other = Assessed(Ruf2018(), claims, rules);
  EXPECT_EQ(other.verdict, Verdict::kUndetermined);
  EXPECT_EQ(other.criteria[0].reason, "The published claim is about nswp-2013, not about this definition.");
  rules.claims_about = {{"another", "nswp-2013"}};
  EXPECT_EQ(Assessed(Ruf2018(), claims, rules).verdict, Verdict::kReported);
}

TEST(Assess, TheWorstCriterionDecides) {
  const auto verdicts = [](std::vector<Verdict> list) {
    std::vector<model::CriterionResult> criteria(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) criteria[i].verdict = list[i];
    return Overall(criteria);
  };
  using enum Verdict;
  EXPECT_EQ(verdicts({kMeets, kFails, kUndetermined, kExpired, kReported}), kFails);
  EXPECT_EQ(verdicts({kMeets, kUndetermined, kExpired, kReported}), kUndetermined);
  EXPECT_EQ(verdicts({kMeets, kExpired, kReported}), kExpired);
  EXPECT_EQ(verdicts({kMeets, kReported, kNotApplicable}), kReported);
  EXPECT_EQ(verdicts({kNotApplicable, kMeets}), kMeets);
  EXPECT_EQ(verdicts({kNotApplicable, kNotApplicable}), kNotApplicable);
  EXPECT_EQ(verdicts({}), kNotApplicable);
}

TEST(Assess, ImpossibleRecordsAreNamed) {
  const auto error = [](model::LeadershipRecord record) {
    const auto result = Assess(Define("one", {Ask("board", {1, 2})}), {&record, 1}, On("2013-12-31"));
    EXPECT_FALSE(result.has_value());
    return result ? core::Error{} : result.error();
  };
  auto too_many = Counted("board", 3, 4);
  too_many.undisclosed = 2;
  EXPECT_EQ(error(too_many).code, core::ErrorCode::kInvalidInput);
  EXPECT_EQ(error(too_many).where, "example, 2013-06-01, board");
  EXPECT_THAT(error(Counted("board", -1, 4)).message, testing::HasSubstr("whole number"));
  auto outside = Counted("board", 3, 4);
  outside.at_most = CountBound(2);
  EXPECT_THAT(error(outside).message, testing::HasSubstr("outside"));
  auto crossed = Record("board");
  crossed.at_least = StrictBound({1, 2});
  crossed.at_most = ShareBound({1, 2});
  EXPECT_THAT(error(crossed).message, testing::HasSubstr("at_least is more than at_most"));
}

TEST(Assess, ReasonsCarryNoCounts) {
  for (std::int64_t s = 0; s <= 7; ++s) {
    auto record = Counted("board", s, 9);
    record.undisclosed = 2;
    const std::string reason = One(Ask("board", {1, 2}), record).reason;
    EXPECT_FALSE(reason.empty());
    EXPECT_EQ(reason.find_first_of("0123456789"), std::string::npos) << reason;
  }
}

}  // namespace
}  // namespace commonground::verify
