// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Claims with and without evidence.

#include "publish/claims.h"

#include <gtest/gtest.h>

#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

// The one problem of a publication that was sound before `spoil`.
template <typename Spoil>
rules::Problem Only(Spoil spoil) {
  model::Publication publication = InventedPublication();
  EXPECT_TRUE(CheckClaims(publication).empty());
  spoil(publication);
  const auto problems = CheckClaims(publication);
  EXPECT_EQ(problems.size(), 1U);
  return problems.empty() ? rules::Problem{} : problems.front();
}

TEST(CheckClaims, ACaseWithoutAPassageUnderTheCodesIsNamed) {
  const auto problem = Only([](auto& p) {
    p.study.findings[0].cases_for = {model::OrganisationId("alpha"), model::OrganisationId("delta")};
  });
  EXPECT_EQ(problem.about, (rules::About{rules::Kind::kFinding, rules::kNoIndex, "f1", "cases_for", 0}));
  EXPECT_EQ(problem.value, "delta");
}

TEST(CheckClaims, ACaseThatIsNotPublishedIsNamed) {
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].cases_against = {model::OrganisationId("omega")}; }).value, "omega");
}

TEST(CheckClaims, ACodeThatIsNotThereIsNamed) {
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].codes.emplace_back("PRA.9"); }).value, "PRA.9");
}

TEST(CheckClaims, AFindingNeedsACase) {
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].cases_for.clear(); }).about.field, "cases_for");
}

TEST(CheckClaims, AnUnknownSourceIsNamedWithItsLine) {
  const auto problem = Only([](auto& p) { p.study.chapters[1].text = "One.\n\nTwo [@s1; @nobody]."; });
  EXPECT_EQ(problem.about, (rules::About{rules::Kind::kChapter, rules::kNoIndex, "recommendations", "text", 3}));
  EXPECT_EQ(problem.value, "@nobody");
}

TEST(CheckClaims, AnUnknownFigureIsNamed) {
  EXPECT_EQ(Only([](auto& p) { p.study.chapters[0].text = "[[figure:moon]]"; }).value, "[[figure:moon]]");
}

TEST(CheckClaims, AGradeNeedsFourReasonsAndTwoPeople) {
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].reasons.pop_back(); }).about.field, "confidence");
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].reasons[2] = " "; }).about.field, "confidence");
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].graded_by = {"x"}; }).about.field, "confidence");
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].graded_by = {"x", "x"}; }).about.field, "confidence");
}

}  // namespace
}  // namespace commonground::publish
