// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two editions side by side.
#include "compare/editions.h"

#include <gtest/gtest.h>

namespace commonground::compare {
namespace {

using model::PrevalenceClass;

model::Publication Edition(int cases, PrevalenceClass one, PrevalenceClass other, const char* law) {
  model::Publication p;
  p.snapshot.codes = {model::CodeId("P"), model::CodeId("P.1"), model::CodeId("P.2"), model::CodeId("O.1")};
  p.snapshot.parent = {-1, 0, 0, -1};
  p.snapshot.kinds = {model::CodeKind::kPractice, model::CodeKind::kPractice, model::CodeKind::kPractice,
                      model::CodeKind::kOutcome};
  model::Grouping regions;
  regions.id = "region";
  regions.groups = {{"north", "North", cases}, {"south", "South", 0}};
  regions.rows.resize(4);
  regions.rows[0].prevalence = one;  // a heading: not told of
  regions.rows[1].prevalence = one;
  regions.rows[2].prevalence = other;
  regions.rows[3].prevalence = one;  // an outcome: not told of
  p.comparison.groupings = {regions};
  for (int i = 0; i < cases; ++i) {
    p.comparison.cases.emplace_back("case-" + std::to_string(i));
    p.comparison.material.push_back({1, 3, 1, 10, 3});
  }
  p.context.countries = {{model::CountryCode("XAA"),
                          {{model::IndicatorId("law_selling"), model::ContextState::kSourced, law, {}}},
                          "unknown",
                          {}}};
  return p;
}

TEST(CompareEditions, TellsTotalsClassesAndLaw) {
  const auto before = Edition(5, PrevalenceClass::kInFewRegions, PrevalenceClass::kInMostRegions, "criminalised");
  const auto now = Edition(4, PrevalenceClass::kInMostRegions, PrevalenceClass::kInMostRegions, "unknown");
  const model::EditionChange change = CompareEditions(before, now);
  EXPECT_EQ(change.cases_before, 5);
  EXPECT_EQ(change.cases_now, 4);
  EXPECT_EQ(change.passages_before, 15);
  EXPECT_EQ(change.passages_now, 12);
  EXPECT_EQ(change.regions_now, 1);
  EXPECT_EQ(change.regions, 2);
  ASSERT_EQ(change.classes.size(), 1U);
  EXPECT_EQ(change.classes[0].code, model::CodeId("P.1"));
  EXPECT_EQ(change.kept, 1);
  ASSERT_EQ(change.laws.size(), 1U);
  EXPECT_EQ(change.laws[0].now, "unknown");
  EXPECT_FALSE(change.rule_changed);
}

TEST(CompareEditions, ACountryThatCameOrWentIsNotToldOf) {
  auto before = Edition(5, PrevalenceClass::kInFewRegions, PrevalenceClass::kInMostRegions, "criminalised");
  auto now = before;
  now.context.countries[0].country = model::CountryCode("XAB");
  EXPECT_TRUE(CompareEditions(before, now).laws.empty());
  now.context.countries.clear();
  EXPECT_TRUE(CompareEditions(before, now).laws.empty());
}

TEST(CompareEditions, TheSameEditionChangedNothing) {
  const auto one = Edition(5, PrevalenceClass::kInFewRegions, PrevalenceClass::kInMostRegions, "criminalised");
  const auto change = CompareEditions(one, one);
  EXPECT_TRUE(change.classes.empty());
  EXPECT_TRUE(change.laws.empty());
  EXPECT_EQ(change.kept, 2);
}

}  // namespace
}  // namespace commonground::compare
