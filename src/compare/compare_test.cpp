// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The worked examples of docs/methods/common-ground.md and gap-map.md.

#include "compare/compare.h"

#include <gtest/gtest.h>

#include "compare/gap_map.h"

namespace commonground::compare {
namespace {

using model::Snapshot;

model::Comparison Compared(const Snapshot& snapshot) {
  core::NoProgress progress;
  auto comparison = Compare(snapshot, progress);
  EXPECT_TRUE(comparison.has_value());
  return comparison ? std::move(*comparison) : model::Comparison{};
}

// Three regions; the third has no case yet.  Peer outreach is a kind of peer work.
Snapshot CommonGroundExample() {
  Snapshot s;
  s.codes = {model::CodeId("peer-work"), model::CodeId("peer-outreach"), model::CodeId("drop-in")};
  s.parent = {-1, 0, -1};
  s.kinds.assign(3, model::CodeKind::kPractice);
  for (const char* name : {"a1", "a2", "b1", "b2", "b3"}) s.cases.emplace_back(name);
  s.coders = {model::CoderId("x"), model::CoderId("y")};
  s.material.resize(5);
  s.groupings = {{"region", {"a", "b", "c"}, {"A", "B", "C"}, {0, 0, 1, 1, 1}},
                 {"legal_model", {"end_demand", "partly_criminalised", "unknown"}, {}, {0, 1, 1, 2, -1}}};
  s.groupings[1].labels = s.groupings[1].ids;
  s.codings = {
      {0, 0, 1, 0, 0, 10},                       // a1, peer outreach, coder x
      {2, 1, 0, 0, 0, 10},                       // b1, peer work, both coders
      {2, 1, 1, 1, 0, 10}, {3, 2, 1, 1, 0, 10},  // b2, coder y
      {4, 3, 2, 1, 0, 10},                       // b3, a drop-in
  };
  return s;
}

TEST(Compare, WorkedExampleOfTheMethod) {
  const model::Comparison comparison = Compared(CommonGroundExample());
  const model::Grouping& region = comparison.groupings[0];
  const model::CodeRow& peer_work = region.rows[0];
  EXPECT_EQ(peer_work.by_group[0].present, 1);
  EXPECT_EQ(peer_work.by_group[0].of, 2);
  EXPECT_EQ(peer_work.by_group[1].present, 2);
  EXPECT_EQ(peer_work.by_group[1].of, 3);
  EXPECT_EQ(peer_work.by_group[2].of, 0);
  EXPECT_EQ(peer_work.overall.present, 3);
  EXPECT_EQ(peer_work.overall.of, 5);
  EXPECT_EQ(peer_work.reach, 2);
  EXPECT_EQ(peer_work.balanced_num, 7);
  EXPECT_EQ(peer_work.balanced_den, 12);
  EXPECT_EQ(peer_work.prevalence, model::PrevalenceClass::kCommonGround);
  EXPECT_TRUE(peer_work.so_far);
  EXPECT_EQ(peer_work.by_case.holds, 4);
  EXPECT_EQ(peer_work.by_case.of, 5);
  EXPECT_EQ(peer_work.by_case.changed_by, std::vector<std::int32_t>{0});
  EXPECT_EQ(peer_work.by_coder.holds, 0);
  EXPECT_EQ(peer_work.by_coder.of, 2);
  EXPECT_EQ(region.rows[2].prevalence, model::PrevalenceClass::kRegional);  // the drop-in
  EXPECT_EQ(region.groups[2].cases, 0);
}

TEST(Compare, AContextThatIsNotSourcedIsShownButDoesNotCount) {
  const model::Comparison comparison = Compared(CommonGroundExample());
  const model::CodeRow& peer_work = comparison.groupings[1].rows[0];
  EXPECT_EQ(peer_work.by_group[2].present, 1);  // b2
  EXPECT_EQ(peer_work.by_group[2].of, 1);
  EXPECT_EQ(peer_work.reach, 2);
  EXPECT_EQ(peer_work.balanced_num, 3);  // (1/1 + 1/2) / 2
  EXPECT_EQ(peer_work.balanced_den, 4);
  EXPECT_FALSE(peer_work.so_far);
  EXPECT_EQ(peer_work.overall.of, 5);
  EXPECT_EQ(comparison.groupings[1].rows[2].reach, 0);
  EXPECT_EQ(comparison.groupings[1].rows[2].prevalence, model::PrevalenceClass::kInFewRegions);  // b3 has no group
}

TEST(Compare, TakingTheLastCaseOfAGroupLeavesItWithoutMaterial) {
  Snapshot s = CommonGroundExample();
  s.groupings = {{"region", {"a", "b", "c"}, {"A", "B", "C"}, {0, 1, 1, 2, 2}}};
  s.codings = {{0, 0, 0, 0, 0, 1}, {1, 0, 0, 0, 0, 1}, {2, 0, 0, 0, 0, 1}};
  const model::CodeRow row = Compared(s).groupings[0].rows[0];
  EXPECT_EQ(row.prevalence, model::PrevalenceClass::kInMostRegions);
  // Without the only case of A, B alone of B and C is left: half of the groups, and one.
  EXPECT_EQ(row.by_case.changed_by, std::vector<std::int32_t>{0});
}

TEST(Compare, NothingToCompareIsNoError) {
  const model::Comparison nothing = Compared({});
  EXPECT_TRUE(nothing.groupings.empty());
  EXPECT_TRUE(nothing.practice_by_outcome.cells.empty());
  Snapshot no_case = CommonGroundExample();
  no_case.cases.clear();
  no_case.codings.clear();
  for (auto& plan : no_case.groupings) plan.group_of_case.clear();
  const model::CodeRow row = Compared(no_case).groupings[0].rows[0];
  EXPECT_EQ(row.prevalence, model::PrevalenceClass::kAbsent);
  EXPECT_TRUE(row.so_far);
  EXPECT_EQ(row.balanced_den, 0);
  EXPECT_EQ(row.by_case.of, 0);
}

// Two cases; the first has two documents.
Snapshot GapExample() {
  Snapshot s;
  s.codes = {model::CodeId("peer-work"), model::CodeId("peer-outreach"), model::CodeId("testing"),
             model::CodeId("condom-use"), model::CodeId("arrest")};
  s.parent = {-1, 0, -1, -1, -1};
  using enum model::CodeKind;
  s.kinds = {kPractice, kPractice, kOutcome, kOutcome, kBarrier};
  s.cases = {model::OrganisationId("one"), model::OrganisationId("two")};
  s.coders = {model::CoderId("x")};
  s.material.resize(2);
  s.codings = {
      {1, 2, 0, 0, 0, 10},                        // two: peer work, and testing elsewhere in the document
      {1, 2, 2, 0, 30, 40}, {0, 0, 1, 0, 0, 10},  // one: peer outreach and testing on overlapping passages
      {0, 0, 2, 0, 9, 20},  {0, 1, 3, 0, 0, 10},  // one: condom use in its other document
  };
  s.findings = {{{0, 2}, {0}, "moderate"}, {{0, 2}, {1}, "low"}, {{0, 3}, {0, 1}, "high"}, {{1, 2}, {0}, ""}};
  return s;
}

TEST(MapGaps, WorkedExampleOfTheMethod) {
  const model::GapMap map = Compared(GapExample()).practice_by_outcome;
  EXPECT_EQ(map.rows, (std::vector<std::int32_t>{0, 1}));
  EXPECT_EQ(map.columns, (std::vector<std::int32_t>{2, 3}));
  ASSERT_EQ(map.cells.size(), 4U);
  EXPECT_EQ(map.cells[0].case_indices, (std::vector<std::int32_t>{0, 1}));  // peer work and testing
  EXPECT_EQ(map.cells[0].confidence, "low");
  EXPECT_EQ(map.cells[1].cases, 0);  // peer work and condom use: never in one document
  EXPECT_EQ(map.cells[1].confidence, "");
  EXPECT_EQ(map.cells[2].cases, 1);        // peer outreach and testing
  EXPECT_EQ(map.cells[2].confidence, "");  // the finding is not graded
  EXPECT_EQ(map.cells[3].cases, 0);
  EXPECT_EQ(map.cases, 2);
}

TEST(MapGaps, SamePassageMeansOverlapping) {
  Snapshot s = GapExample();
  s.gap_unit = model::GapUnit::kPassage;
  const model::GapMap map = Compared(s).practice_by_outcome;
  EXPECT_EQ(map.cells[0].case_indices, std::vector<std::int32_t>{0});
  EXPECT_EQ(map.cells[0].confidence, "moderate");
  s.codings[3].start = 10;  // begins where the other ends
  EXPECT_EQ(Compared(s).practice_by_outcome.cells[0].cases, 0);
}

TEST(MapGaps, EmptyCellsAreKept) {
  const model::GapMap map = Compared(GapExample()).practice_by_barrier;
  ASSERT_EQ(map.cells.size(), 2U);
  EXPECT_EQ(map.cells[1].row, 1);
  EXPECT_EQ(map.cells[1].column, 4);
  EXPECT_EQ(map.cells[1].cases, 0);
}

}  // namespace
}  // namespace commonground::compare
