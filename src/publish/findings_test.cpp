// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Findings, recommendations and what changed, as blocks of their pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "publish/make_book.h"
#include "publish/pages/finding_parts.h"
#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

std::string TextOf(const Spans& spans) {
  std::string text;
  for (const Span& span : spans) text += span.text;
  return text;
}

std::map<PageId, Page> PagesOf(const model::Publication& publication) {
  const Words words = Words::For("en").value();
  std::map<PageId, Page> pages;
  const Book book = MakeBook(publication, words);
  EXPECT_TRUE(book.pages([&](Page page) -> core::Status {
    const PageId id = page.id;
    pages.emplace(id, std::move(page));
    return {};
  }));
  return pages;
}

template <typename Block>
std::vector<const Block*> BlocksOf(const Page& page) {
  std::vector<const Block*> found;
  for (const auto& block : page.blocks) {
    if (const auto* one = std::get_if<Block>(&block)) found.push_back(one);
  }
  return found;
}

// The first row of example A in Lewin and others 2018 (Implementation Science 13 (Suppl 1):10, table 3): the levels, in
// the order of its columns, and the grade that its authors gave.
TEST(EvidenceProfile, HasTheColumnsAndLevelsOfThePublishedExample) {
  model::Publication publication = InventedPublication();
  model::Finding& finding = publication.study.findings[0];
  finding.statement = "Use of force";
  finding.concerns = {model::Concern::kModerate, model::Concern::kNoneOrVeryMinor, model::Concern::kNoneOrVeryMinor,
                      model::Concern::kMinor};
  finding.reasons = {"6 studies with minor, 6 with moderate and 3 with serious limitations", "", "",
                     "15 studies from 10 countries"};
  finding.confidence = model::Confidence::kHigh;
  finding.text = "15 studies with moderate methodological limitations. Data from 10 countries.";
  const Words t = Words::For("en").value();
  const Report report(publication, t);
  const Table table = EvidenceProfile(report);
  EXPECT_EQ(table.head, (std::vector<std::string>{"Finding", "Cases that it rests on", "Methodological limitations",
                                                  "Coherence", "Adequacy", "Relevance", "Confidence", "Explanation"}));
  ASSERT_EQ(table.rows.size(), 1U);
  std::vector<std::string> cells;
  for (std::size_t c = 2; c <= 5; ++c) cells.push_back(table.rows[0][c].front().text);
  EXPECT_EQ(cells, (std::vector<std::string>{"moderate concerns", "no or very minor concerns",
                                             "no or very minor concerns", "minor concerns"}));
  EXPECT_EQ(TextOf(table.rows[0][6]), "high");
  EXPECT_EQ(TextOf(table.rows[0][7]), finding.text);
  const Table summary = SummaryOfFindings(report);
  ASSERT_EQ(summary.rows.size(), 1U);
  EXPECT_EQ(TextOf(summary.rows[0][3]), "high");
}

// A sentence without its number says something else.
TEST(SummaryOfFindings, ExplainsWithNumbersAndSourcesInPlace) {
  model::Publication publication = InventedPublication();
  publication.study.findings[0].text = "So far [[number:PRA.1]] tell of it [@s1].";
  const Words t = Words::For("en").value();
  const Report report(publication, t);
  EXPECT_EQ(TextOf(SummaryOfFindings(report).rows[0][4]), "So far 3 of 4 cases tell of it [1].");
  EXPECT_EQ(TextOf(EvidenceProfile(report).rows[0][7]), "So far 3 of 4 cases tell of it [1].");
}

TEST(EvidenceProfile, HasNoRowForAFindingThatNobodyGraded) {
  model::Publication publication = InventedPublication();
  publication.study.findings[0].confidence.reset();
  const Words t = Words::For("en").value();
  const Report report(publication, t);
  EXPECT_TRUE(EvidenceProfile(report).rows.empty());
  EXPECT_EQ(TextOf(SummaryOfFindings(report).rows[0][3]), "not graded");
}

TEST(FindingsPage, DrawsFourLevelsAndSaysWhatIsCounted) {
  const auto pages = PagesOf(InventedPublication());
  const Page& page = pages.at({PageKind::kFindings});
  const auto gradings = BlocksOf<Grading>(page);
  ASSERT_EQ(gradings.size(), 1U);
  ASSERT_EQ(gradings[0]->components.size(), 4U);
  EXPECT_EQ(gradings[0]->components[0].concerns, 3);
  EXPECT_EQ(gradings[0]->components[2].level, "serious concerns");
  EXPECT_EQ(gradings[0]->grade, 2);
  ASSERT_EQ(BlocksOf<Facts>(page).size(), 1U);
}

TEST(FindingsPage, MarksAFindingToLookAtAgain) {
  model::Publication publication = InventedPublication();
  const auto marked = [](const model::Publication& one) {
    const auto pages = PagesOf(one);
    const auto paragraphs = BlocksOf<Paragraph>(pages.at({PageKind::kFindings}));
    const auto found = std::ranges::find(paragraphs, "warning", [](const auto* p) { return p->style; });
    return found == paragraphs.end() ? std::string() : (*found)->spans.front().text;
  };
  EXPECT_EQ(marked(publication), "");
  publication.look_again[model::FindingId("f1")] = {true, false};
  EXPECT_EQ(marked(publication), "To look at again: passages were coded since people last looked at it.");
  publication.look_again[model::FindingId("f1")] = {false, true};
  EXPECT_EQ(marked(publication), "To look at again: codings were changed or taken out since people last looked at it.");
  publication.look_again[model::FindingId("f1")] = {true, true};
  EXPECT_EQ(marked(publication),
            "To look at again: passages were coded, and codings were changed or taken out, since people last looked at "
            "it.");
}

// The headline of a finding is its own evidence; its code is told of by three cases, two of which say nothing of it.
TEST(Summary, HeadsAFindingWithItsOwnCasesAndNotWithThoseOfItsCode) {
  model::Publication publication = InventedPublication();
  model::Finding& finding = publication.study.findings[0];
  finding.statement = "A room helps.";
  finding.kind = model::FindingKind::kBarrier;
  finding.cases_against = {model::OrganisationId("beta"), model::OrganisationId("delta")};
  const auto pages = PagesOf(publication);
  const auto card_of = [](const std::vector<Card>& cards) {
    return *std::ranges::find(cards, "A room helps.", [](const Card& card) { return card.title.text; });
  };
  const Card cover = card_of(BlocksOf<Cards>(pages.at({PageKind::kSummary})).at(0)->cards);
  const Card sheet = card_of(BlocksOf<TwoPages>(pages.at({PageKind::kTwoPages})).at(0)->cards);
  for (const Card& card : {cover, sheet}) {
    EXPECT_EQ(card.kind_note, "Barrier · Confidence: low");
    EXPECT_EQ(card.count.number + card.count.of, "1 of 4 for it");
    EXPECT_EQ(TextOf(card.text), "Against it: 2 of 4.");
    EXPECT_EQ(TextOf(card.foot), "Cases that tell of its code: Outreach " + kHostile + " 3 of 4");
    EXPECT_EQ(card.regions.note, "1 of 3 regions");
    int filled = 0;
    for (const Strip& strip : card.regions.rows)
      filled += static_cast<int>(std::ranges::count(strip.squares, Mark::kTold));
    EXPECT_EQ(filled, 1);
  }
  finding.confidence.reset();
  const auto ungraded = PagesOf(publication);
  EXPECT_EQ(card_of(BlocksOf<Cards>(ungraded.at({PageKind::kSummary})).at(0)->cards).kind_note,
            "Barrier · not yet graded");
}

TEST(Recommendations, StandUnderEachAddresseeAndSayWhatTheyRestOn) {
  model::Publication publication = InventedPublication();
  model::Finding advice;
  advice.id = model::FindingId("a1");
  advice.statement = "Fund a room.";
  advice.kind = model::FindingKind::kRecommendation;
  advice.addressees = {model::Addressee::kDonors, model::Addressee::kGovernment};
  advice.rests_on = {model::FindingId("f1")};
  advice.codes = {model::CodeId("PRA.1")};
  publication.study.findings.push_back(advice);
  const auto pages = PagesOf(publication);
  const auto lists = BlocksOf<Advice>(pages.at({PageKind::kRecommendations}));
  ASSERT_EQ(lists.size(), 1U);
  ASSERT_EQ(lists[0]->items.size(), 2U);
  EXPECT_EQ(lists[0]->items[0].to, "Governments");
  EXPECT_EQ(lists[0]->items[1].to, "Donors");
  EXPECT_NE(lists[0]->items[0].id, "");
  EXPECT_EQ(lists[0]->items[1].id, "") << "one place, one anchor";
  ASSERT_EQ(lists[0]->items[0].rests_on.size(), 2U);
  EXPECT_EQ(TextOf(lists[0]->items[0].rests_on[0]), "Finding 1: confidence: low");
  EXPECT_EQ(BlocksOf<Grading>(pages.at({PageKind::kFindings})).size(), 1U) << "a recommendation is no finding there";
  EXPECT_EQ(BlocksOf<Advice>(pages.at({PageKind::kPractice, "PRA.1"})).size(), 1U);
}

TEST(Outcomes, StandOnThePageOfTheCaseAndOfThePractice) {
  model::Publication publication = InventedPublication();
  model::Outcome outcome;
  outcome.organisation = model::OrganisationId("alpha");
  outcome.codes = {model::CodeId("PRA.1")};
  outcome.measure = "arrests";
  outcome.before = "22500";
  outcome.after = "9000";
  outcome.before_when = *core::Date::Parse("2024");
  outcome.evidence_type = model::EvidenceType::kSelfDeclared;
  publication.study.outcomes = {outcome};
  outcome.before = "";
  outcome.after = "no crime";
  publication.study.outcomes.push_back(outcome);
  const auto pages = PagesOf(publication);
  for (const PageId& id : {PageId{PageKind::kCase, "alpha"}, PageId{PageKind::kPractice, "PRA.1"}}) {
    const auto changes = BlocksOf<Changes>(pages.at(id));
    ASSERT_EQ(changes.size(), 1U);
    ASSERT_EQ(changes[0]->items.size(), 2U);
    EXPECT_EQ(changes[0]->items[0].before, "22,500");
    EXPECT_TRUE(changes[0]->items[0].drawn);
    EXPECT_EQ(changes[0]->items[0].before_length, 100);
    EXPECT_EQ(changes[0]->items[0].after_length, 40);
    EXPECT_FALSE(changes[0]->items[1].drawn) << "not sourced is no nought";
    EXPECT_EQ(changes[0]->items[1].before, "");
  }
  EXPECT_TRUE(BlocksOf<Changes>(pages.at({PageKind::kCase, "beta"})).empty());
}

TEST(Checklist, HasTwentyOneItemsEachWithAPageOrAnHonestNo) {
  const auto pages = PagesOf(InventedPublication());
  const auto tables = BlocksOf<Table>(pages.at({PageKind::kChecklist}));
  ASSERT_EQ(tables.size(), 1U);
  ASSERT_EQ(tables[0]->rows.size(), 21U);
  int unanswered = 0;
  for (const auto& row : tables[0]->rows) {
    ASSERT_EQ(row[2].size(), 1U);
    const Span& where = row[2].front();
    unanswered += where.style == "state" ? 1 : 0;
    EXPECT_EQ(where.style == "state", !Leads(where.target));
    if (const auto* page = std::get_if<PageId>(&where.target)) {
      EXPECT_TRUE(pages.contains(*page));
    }
    const auto* place = std::get_if<PlaceTarget>(&where.target);
    if (place == nullptr) continue;
    ASSERT_TRUE(pages.contains(place->page));
    const auto headings = BlocksOf<Heading>(pages.at(place->page));
    EXPECT_TRUE(std::ranges::any_of(headings, [&](const auto* h) { return h->id == place->name; })) << place->name;
  }
  EXPECT_GE(unanswered, 1) << "nobody searched a database";
}

TEST(Targets, AreShownAsTheirSourcesSayAndOnlyWhereThereAreAny) {
  model::Publication publication = InventedPublication();
  EXPECT_FALSE(PagesOf(publication).contains({PageKind::kTargets}));
  publication.study.targets = {
      {model::TargetId("t1"),
       "30-80-60",
       "Reach more",
       "80",
       "%",
       *core::Date::Parse("2025"),
       {model::SourceId("s1")},
       ""},
      {model::TargetId("t2"), "30-80-60", "No law against it", "", "", {}, {model::SourceId("s1")}, ""}};
  const auto pages = PagesOf(publication);
  const auto numbers = BlocksOf<Numbers>(pages.at({PageKind::kTargets}));
  ASSERT_EQ(numbers.size(), 1U);
  EXPECT_EQ(numbers[0]->rows[0].number, "80%");
  EXPECT_EQ(numbers[0]->rows[1].number, "–");
}

TEST(Changed, TellsTotalsAndNoCase) {
  model::Publication publication = InventedPublication();
  EXPECT_FALSE(PagesOf(publication).contains({PageKind::kChanged}));
  model::EditionChange change;
  change.cases_before = 5;
  change.cases_now = 4;
  change.classes = {
      {model::CodeId("PRA.1"), model::PrevalenceClass::kInFewRegions, model::PrevalenceClass::kInMostRegions}};
  publication.since = change;
  const auto pages = PagesOf(publication);
  const Page& page = pages.at({PageKind::kChanged});
  ASSERT_EQ(BlocksOf<Moves>(page).size(), 1U);
  EXPECT_EQ(BlocksOf<Moves>(page)[0]->items[0].before, 2);
  EXPECT_EQ(BlocksOf<Moves>(page)[0]->items[0].now, 3);
  EXPECT_EQ(BlocksOf<Numbers>(page)[0]->rows[0].of, " → 4");
}

}  // namespace
}  // namespace commonground::publish
