// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests lines that place quotations.

#include "publish/quote_line.h"

#include <gtest/gtest.h>

#include "publish/claims.h"
#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

TEST(QuoteLine, IsALineOfItsOwn) {
  const auto line = ReadQuoteLine("  [[quote: alpha/case.md | Peers go out ]]\r");
  ASSERT_TRUE(line);
  EXPECT_EQ(line->document, "alpha/case.md");
  EXPECT_EQ(line->words, "Peers go out");
  EXPECT_EQ(ReadQuoteLine("[[quote:alpha/case.md]]")->words, "");
  for (const char* text : {"", "[[quote:", "[[figure:flow]]", "see [[quote:a|b]]", "[[quote:a|b]", "[quote:a|b]"}) {
    EXPECT_FALSE(ReadQuoteLine(text)) << text;
  }
  EXPECT_EQ(FindQuoteLines("one\n[[quote:a|b]]\n\n[[quote:c|d]]")[1].line, 4);
}

TEST(QuoteLine, FindsThePassageAndNothingThatMayNotBeQuoted) {
  model::Publication publication = InventedPublication();
  const QuoteLine line{"alpha/case.md", "Peers", 1};
  EXPECT_EQ(FindQuote(publication, line), nullptr) << "no consent to quote";
  publication.scopes[model::OrganisationId("alpha")].push_back(model::ConsentScope::kQuote);
  const auto* coding = FindQuote(publication, line);
  ASSERT_NE(coding, nullptr);
  EXPECT_EQ(coding->case_index, 0);
  EXPECT_EQ(FindQuote(publication, {"alpha/case.md", "peers", 1}), nullptr);
  EXPECT_EQ(FindQuote(publication, {"alpha/case.md", "", 1}), nullptr);
  EXPECT_EQ(FindQuote(publication, {"nobody/case.md", "Peers", 1}), nullptr);
  publication.study.documents[0].text.clear();
  EXPECT_EQ(FindQuote(publication, line), nullptr);
}

TEST(QuoteLine, OneThatPlacesNothingStopsTheReport) {
  model::Publication publication = InventedPublication();
  const std::size_t before = CheckClaims(publication).size();
  publication.study.chapters[0].text = "[[quote:alpha/case.md|Peers]]\n";
  const auto problems = CheckClaims(publication);
  ASSERT_EQ(problems.size(), before + 1);
  publication.scopes[model::OrganisationId("alpha")].push_back(model::ConsentScope::kQuote);
  EXPECT_EQ(CheckClaims(publication).size(), before);
}

}  // namespace
}  // namespace commonground::publish
