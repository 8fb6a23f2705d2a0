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
core::Problem Only(Spoil spoil) {
  model::Publication publication = InventedPublication();
  EXPECT_TRUE(CheckClaims(publication).empty());
  spoil(publication);
  const auto problems = CheckClaims(publication);
  EXPECT_EQ(problems.size(), 1U);
  return problems.empty() ? core::Problem{} : problems.front();
}

TEST(CheckClaims, ACaseWithoutAPassageUnderTheCodesIsNamed) {
  const auto problem = Only([](auto& p) {
    p.study.findings[0].cases_for = {model::OrganisationId("alpha"), model::OrganisationId("delta")};
  });
  EXPECT_EQ(problem.file, "findings/f1.md");
  EXPECT_EQ(problem.value, "delta");
}

TEST(CheckClaims, ACaseThatIsNotPublishedIsNamed) {
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].cases_against = {model::OrganisationId("omega")}; }).value, "omega");
}

TEST(CheckClaims, ACodeThatIsNotThereIsNamed) {
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].codes.emplace_back("PRA.9"); }).value, "PRA.9");
}

TEST(CheckClaims, AFindingNeedsACase) {
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].cases_for.clear(); }).column, "cases_for");
}

TEST(CheckClaims, AnUnknownSourceIsNamedWithItsLine) {
  const auto problem = Only([](auto& p) { p.study.chapters[1].text = "One.\n\nTwo [@s1; @nobody]."; });
  EXPECT_EQ(problem.file, "report/recommendations.md");
  EXPECT_EQ(problem.line, 3);
  EXPECT_EQ(problem.value, "@nobody");
}

TEST(CheckClaims, AnUnknownFigureIsNamed) {
  EXPECT_EQ(Only([](auto& p) { p.study.chapters[0].text = "[[figure:moon]]"; }).value, "moon");
}

TEST(CheckClaims, AGradeNeedsFourReasonsAndTwoPeople) {
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].reasons.pop_back(); }).column, "confidence");
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].reasons[2] = " "; }).column, "confidence");
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].graded_by = {"x"}; }).column, "confidence");
  EXPECT_EQ(Only([](auto& p) { p.study.findings[0].graded_by = {"x", "x"}; }).column, "confidence");
}

}  // namespace
}  // namespace commonground::publish
