// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A finding whose passages somebody codes goes, with what rests on it and what places it; all else stays.

#include "publish/leave_out.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

using model::OrganisationId;
using rules::Kind;

// Finding "f1" names delta, which has no passage under its codes.
model::Publication Waiting() {
  model::Publication p = InventedPublication();
  p.study.findings[0].cases_for = {OrganisationId("alpha"), OrganisationId("delta")};
  return p;
}

void AddAdvice(model::Publication& p, const std::string& id, std::vector<model::FindingId> rests_on) {
  model::Finding advice;
  advice.id = model::FindingId(id);
  advice.kind = model::FindingKind::kRecommendation;
  advice.statement = "Pay for it.";
  advice.rests_on = std::move(rests_on);
  p.study.findings.push_back(std::move(advice));
}

std::string Chapter(const model::Publication& p, const std::string& id) {
  for (const auto& chapter : p.study.chapters) {
    if (chapter.id.value == id) return chapter.text;
  }
  return "none";
}

std::string Without(const std::string& text) {
  model::Publication p = Waiting();
  p.study.chapters = {{model::ChapterId("summary"), text}};
  LeaveOut(p, BeingCoded(p, {OrganisationId("delta")}));
  EXPECT_TRUE(CheckClaims(p).empty());
  return Chapter(p, "summary");
}

TEST(LeaveOut, TakesTheFindingAndSaysSo) {
  model::Publication p = Waiting();
  const std::size_t before = p.study.findings.size();
  const auto left_out = LeaveOut(p, BeingCoded(p, {OrganisationId("delta")}));
  ASSERT_EQ(left_out.size(), 1U);
  EXPECT_EQ(left_out[0], (rules::About{Kind::kFinding, rules::kNoIndex, "f1", "", 0}));
  EXPECT_EQ(p.study.findings.size(), before - 1);
  EXPECT_TRUE(CheckClaims(p).empty());
}

TEST(LeaveOut, LetsStandWhatNobodyCodes) {
  model::Publication p = Waiting();
  EXPECT_TRUE(LeaveOut(p, BeingCoded(p, {})).empty());
  EXPECT_TRUE(LeaveOut(p, BeingCoded(p, {OrganisationId("alpha")})).empty());
  EXPECT_EQ(CheckClaims(p).size(), 1U);
}

TEST(LeaveOut, LeavesOtherProblemsOfTheSameFindingToPeople) {
  model::Publication p = InventedPublication();
  p.study.findings[0].codes = {model::CodeId("PRA.9")};
  const auto problems = CheckClaims(p).size();
  EXPECT_TRUE(LeaveOut(p, BeingCoded(p, {})).empty());
  EXPECT_EQ(CheckClaims(p).size(), problems);
}

TEST(LeaveOut, TakesRecommendationsThatRestOnNothingElse) {
  model::Publication p = Waiting();
  model::Finding other = InventedPublication().study.findings[0];
  other.id = model::FindingId("f9");
  p.study.findings.push_back(other);
  AddAdvice(p, "do-one", {model::FindingId("f1")});
  AddAdvice(p, "do-both", {model::FindingId("f1"), model::FindingId("f9")});
  AddAdvice(p, "do-chain", {model::FindingId("do-one")});
  LeaveOut(p, BeingCoded(p, {OrganisationId("delta")}));
  std::vector<std::string> left;
  for (const auto& one : p.study.findings) left.push_back(one.id.value);
  EXPECT_EQ(std::ranges::count(left, "do-one"), 0);
  EXPECT_EQ(std::ranges::count(left, "do-chain"), 0);
  ASSERT_EQ(std::ranges::count(left, "do-both"), 1);
  EXPECT_EQ(p.study.findings.back().rests_on, std::vector{model::FindingId("f9")});
}

TEST(LeaveOut, BlanksWhatPlacesItAndKeepsTheLines) {
  EXPECT_EQ(Without("One.\n\n[[finding:f1]]\n\nTwo.\n"), "One.\n\n\n\nTwo.\n");
  EXPECT_EQ(Without("One,\nas [[finding:f1]] says,\nand more.\n\nTwo.\n"), "\n\n\n\nTwo.\n");
  EXPECT_EQ(Without("- a\n- b [[finding:f1]]\n  goes on\n- c\n"), "- a\n\n\n- c\n");
  EXPECT_EQ(Without("1. a\n2. [[finding:f1]] b"), "1. a\n");
  EXPECT_EQ(Without("[[finding:f1]]"), "");
  EXPECT_EQ(Without("A [[finding:f1]] and [[finding:f1]]."), "");
  EXPECT_EQ(Without("## Head\n\nKept [[number:cases]].\n\nGone [[finding:f1]]."),
            "## Head\n\nKept [[number:cases]].\n\n");
}

TEST(LeaveOut, TakesAnAnswerThatItsCaseAloneTells) {
  model::Publication p = InventedPublication();
  model::Answer answer;
  answer.practice = p.study.codebook.front().id;
  answer.barrier = p.study.codebook.front().id;
  answer.organisation = OrganisationId("delta");
  p.study.answers = {answer};
  if (CheckClaims(p).empty()) GTEST_SKIP() << "delta tells of it";
  const auto left_out = LeaveOut(p, BeingCoded(p, {OrganisationId("delta")}));
  EXPECT_TRUE(p.study.answers.empty());
  ASSERT_EQ(left_out.size(), 1U);
  EXPECT_EQ(left_out[0].kind, Kind::kAnswer);
}

}  // namespace
}  // namespace commonground::publish
