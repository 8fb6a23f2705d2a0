// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests counts of coalitions by case, region and sector.

#include "publish/coalitions/view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "publish/make_book.h"
#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The invented publication with three sectors: alpha and beta work with the police (one on record, one told), alpha
// tells of a union too, nobody of the media.
model::Publication WithSectors() {
  using namespace model;
  Publication p = InventedPublication();
  for (const char* id : {"SEC", "SEC.1", "SEC.2", "SEC.3"}) {
    const bool heading = std::string(id) == "SEC";
    p.study.codebook.push_back({CodeId(id),
                                heading ? std::optional<CodeId>() : CodeId("SEC"),
                                CodeKind::kSector,
                                std::string("Sector ") + id,
                                "",
                                "",
                                {}});
    p.snapshot.codes.push_back(CodeId(id));
    p.snapshot.kinds.push_back(CodeKind::kSector);
    p.snapshot.parent.push_back(heading ? -1 : 6);
  }
  p.study.partners = {{PartnerId("p1"), "The police", CodeId("SEC.1"), {}, ""}};
  p.study.partnerships = {{OrganisationId("alpha"), PartnerId("p1"), TieKind::kTraining, {}, {SourceId("s1")}, true}};
  for (const auto& [of, code] : {std::pair(0, 7), std::pair(1, 7), std::pair(0, 8), std::pair(1, 8)}) {
    p.snapshot.codings.push_back({of, of, code, 0, 0, 22});
  }
  core::NoProgress quiet;
  p.comparison = compare::Compare(p.snapshot, quiet).value();
  return p;
}

TEST(Coalitions, WhatIsOnRecordIsNotToldAgain) {
  const model::Publication publication = WithSectors();
  const Words words = Words::For("en").value();
  const Report report(publication, words);
  const CoalitionView view = ViewCoalitions(report);
  ASSERT_EQ(view.sectors.size(), 3U) << "the heading is no sector";
  EXPECT_THAT(view.sectors[0].on_record, ElementsAre(0));
  EXPECT_THAT(view.sectors[0].told, ElementsAre(1));
  EXPECT_THAT(view.sectors[1].on_record, IsEmpty());
  EXPECT_THAT(view.sectors[1].told, ElementsAre(0, 1));
  EXPECT_EQ(view.sectors[2].cases(), 0);
  EXPECT_EQ(view.told_lines, 3);
  EXPECT_THAT(view.with_record, ElementsAre(0));
  EXPECT_THAT(view.with_any, ElementsAre(0, 1));
  ASSERT_EQ(view.pairs.size(), 1U);
  EXPECT_EQ(view.pairs[0].cases, 2);
  EXPECT_EQ(view.CoveredIn(report, 0), 2);
  EXPECT_EQ(view.CoveredIn(report, 1), 0);
}

TEST(Coalitions, ATieOfNoCaseOrOfAnUnknownPartnerCountsNowhere) {
  model::Publication publication = WithSectors();
  publication.study.partnerships[0].organisation = model::OrganisationId("elsewhere");
  publication.study.partnerships.push_back(publication.study.partnerships[0]);
  publication.study.partnerships[1].partner = model::PartnerId("nobody");
  const Words words = Words::For("en").value();
  const Report report(publication, words);
  const CoalitionView view = ViewCoalitions(report);
  ASSERT_EQ(view.partnerships.size(), 1U);
  EXPECT_EQ(view.partnerships[0].case_index, -1);
  EXPECT_THAT(view.with_record, IsEmpty());
  EXPECT_THAT(view.sectors[0].told, ElementsAre(0, 1));
}

// What is held back is in no number: a publication without the tie is all that the page knows.
TEST(Coalitions, ThePageShowsEachTieOnceAndNeverATableOfZeros) {
  const model::Publication publication = WithSectors();
  const Words words = Words::For("en").value();
  const Book book = MakeBook(publication, words);
  bool seen = false;
  ASSERT_TRUE(book.pages([&](const Page& page) -> core::Status {
    if (page.id.kind != PageKind::kCoalitions) return {};
    seen = true;
    for (const Block& block : page.blocks) {
      EXPECT_FALSE(std::holds_alternative<Matrix>(block));
      if (const auto* network = std::get_if<Network>(&block)) {
        EXPECT_EQ(network->lines.size(), 4U);
        EXPECT_EQ(network->records.size(), 1U);
        for (const Network::Line& line : network->lines) {
          EXPECT_LT(line.member, network->members.size());
          EXPECT_LT(line.sector, network->sectors.size());
        }
      }
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      for (const auto& row : table->rows) {
        for (const Spans& cell : row) {
          for (const Span& span : cell) EXPECT_FALSE(span.text.starts_with("0")) << span.text;
        }
      }
    }
    return {};
  }));
  EXPECT_TRUE(seen);
}

}  // namespace
}  // namespace commonground::publish
