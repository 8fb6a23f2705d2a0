// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame of a case: where a paragraph stands, and, over random texts, that every place is on the page once.
#include "publish/pages/case_text.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>

#include "core/text_range.h"
#include "publish/make_book.h"
#include "publish/prose.h"
#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

using Places = std::map<std::pair<int, int>, int>;  // by document and paragraph, how often

void Count(const Passage& passage, Places& places) {
  if (!passage.has_place) return;
  for (const auto& row : passage.rows) {
    for (const auto& cell : row) ++places[{cell.at.document, cell.at.paragraph}];
  }
  if (passage.rows.empty()) ++places[{passage.at.document, passage.at.paragraph}];
}

Page PageOf(const model::Publication& publication, const std::string& id, const Words& words) {
  Page found;
  const core::Status made = MakeBook(publication, words).pages([&](Page page) -> core::Status {
    if (page.id == PageId{PageKind::kCase, id}) found = std::move(page);
    return {};
  });
  EXPECT_TRUE(made.has_value());
  return found;
}

std::string SectionOf(const Page& page, const std::string& words) {
  std::string section;
  for (const Block& block : page.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block); heading != nullptr && heading->level == 2) {
      section = heading->id;
    }
    if (const auto* passage = std::get_if<Passage>(&block); passage != nullptr && WordsOf(passage->blocks) == words) {
      return section;
    }
  }
  return "nowhere";
}

void Code(model::Publication& publication, std::int32_t which, const std::string& words) {
  model::Document& document = publication.study.documents[0];
  const auto start = static_cast<std::int32_t>(document.text.find(words));
  const auto end = start + static_cast<std::int32_t>(words.size());
  publication.snapshot.codings.push_back({0, 0, which, 0, start, end});
  model::Coding coding = publication.study.codings.front();
  coding.range = {start, end};
  coding.code = publication.snapshot.codes[static_cast<std::size_t>(which)];
  publication.study.codings.push_back(coding);
}

void Compare(model::Publication& publication) {
  core::NoProgress quiet;
  publication.comparison = compare::Compare(publication.snapshot, quiet).value();
}

constexpr std::int32_t kPractice = 1;
constexpr std::int32_t kBarrier = 3;
constexpr std::int32_t kOutcome = 5;

TEST(CaseText, ParagraphsStandWhereMostOfTheirCodesBelong) {
  model::Publication publication = InventedPublication();
  model::Document& document = publication.study.documents[0];
  document.title = "A title";
  document.text =
      "# A title\n\nWho we are.\n\n## What hinders\n\nRaids by night.\n\n**What do you do?**\n\nWe go in pairs.\n\n"
      "Both in one.\n\nNothing coded.\n\n## What they do\n\nA room.";
  publication.snapshot.codings.erase(publication.snapshot.codings.begin());
  std::erase_if(publication.snapshot.codings, [](const auto& coding) { return coding.document_index == 0; });
  Code(publication, kBarrier, "Raids by night");
  Code(publication, kPractice, "go in pairs");
  Code(publication, kPractice, "Both in one");
  Code(publication, kOutcome, "Both");
  Code(publication, kPractice, "A room.");
  Compare(publication);
  const Words words = Words::For("en").value();
  const Page page = PageOf(publication, "alpha", words);
  EXPECT_EQ(SectionOf(page, "Who we are."), "who");
  EXPECT_EQ(SectionOf(page, "What hinders"), "in-the-way") << "the heading that it stands under";
  EXPECT_EQ(SectionOf(page, "Raids by night."), "in-the-way");
  EXPECT_EQ(SectionOf(page, "What do you do?"), "they-do") << "a question in bold is one";
  EXPECT_EQ(SectionOf(page, "We go in pairs."), "they-do");
  EXPECT_EQ(SectionOf(page, "Both in one."), "changed") << "of two with as many";
  EXPECT_EQ(SectionOf(page, "A room."), "they-do");
  EXPECT_EQ(SectionOf(page, "What they do"), "nowhere") << "the section says it";
  EXPECT_EQ(SectionOf(page, "Nothing coded."), "nowhere") << "it stands in the whole text alone";
}

TEST(CaseText, WhoTheyAreStandsUnderTheFirstHeadingIfNothingComesBefore) {
  model::Publication publication = InventedPublication();
  model::Document& document = publication.study.documents[0];
  document.title = "A title";
  document.text = "# Its name\n\n## Who they are\n\nA group.\n\nIn a town.\n\n## Context\n\nAn old law.\n\nRaids.";
  std::erase_if(publication.snapshot.codings, [](const auto& coding) { return coding.document_index == 0; });
  Code(publication, kBarrier, "Raids.");
  Compare(publication);
  const Words words = Words::For("en").value();
  const Page page = PageOf(publication, "alpha", words);
  EXPECT_EQ(SectionOf(page, "A group."), "who");
  EXPECT_EQ(SectionOf(page, "In a town."), "who");
  EXPECT_EQ(SectionOf(page, "Who they are"), "nowhere");
  EXPECT_EQ(SectionOf(page, "An old law."), "nowhere");
  EXPECT_EQ(SectionOf(page, "Raids."), "in-the-way");
}

// Every paragraph is one place of the page, also where texts are hostile; a coded one stands where nothing is folded.
TEST(CaseText, EveryPlaceIsOnThePageOnceAndEveryWordInTheWholeText) {
  std::mt19937 random(20261128);
  const auto pick = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  const std::vector<std::string> kinds{"# A title",     "Words.", "## Heading", "**Bold?**",
                                       "- one\n- two",  "> said", kHostile,     "Ünïcode",
                                       "[x](http://a)", "---",    "1. one",     "    code"};
  const Words words = Words::For("en").value();
  for (int round = 0; round < 200; ++round) {
    model::Publication publication = InventedPublication();
    model::Document& document = publication.study.documents[0];
    document.title = pick(1) == 0 ? "A title" : "";
    document.text.clear();
    for (int i = pick(12); i >= 0; --i) {
      if (!document.text.empty()) document.text += "\n\n";
      document.text += kinds[static_cast<std::size_t>(pick(static_cast<int>(kinds.size()) - 1))];
    }
    const core::TextIndex index(document.text);
    const auto length = static_cast<int>(index.CodePoint(document.text.size()));
    std::erase_if(publication.snapshot.codings, [](const auto& coding) { return coding.document_index == 0; });
    std::erase_if(publication.study.codings, [&](const auto& coding) { return coding.document == document.id; });
    for (int i = pick(6); i > 0; --i) {
      const int start = pick(length - 1);
      const int end = std::min(length, start + 1 + pick(12));
      const std::int32_t code = std::array{kPractice, kBarrier, kOutcome}[static_cast<std::size_t>(pick(2))];
      publication.snapshot.codings.push_back({0, 0, code, 0, start, end});
      publication.study.codings.push_back({});
      publication.study.codings.back().document = document.id;
      publication.study.codings.back().range = {start, end};
      publication.study.codings.back().code = publication.snapshot.codes[static_cast<std::size_t>(code)];
      publication.study.codings.back().coder = model::CoderId("coder-1");
    }
    Compare(publication);
    const Page page = PageOf(publication, "alpha", words);
    Places open;
    Places all;
    const WholeTexts* whole = nullptr;
    for (const Block& block : page.blocks) {
      if (const auto* passage = std::get_if<Passage>(&block)) Count(*passage, open);
      if (const auto* texts = std::get_if<WholeTexts>(&block)) whole = texts;
    }
    ASSERT_NE(whole, nullptr);
    all = open;
    std::set<int> told;
    for (const auto& text : whole->texts) {
      for (const Passage& passage : text.passages) {
        Count(passage, all);
        told.insert(passage.at.paragraph);
      }
    }
    for (const auto& [place, times] : all) EXPECT_EQ(times, 1) << document.text;
    const std::vector<TextBlock> blocks = SplitBlocks(document.text);
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      const auto number = static_cast<int>(b) + 1;
      const std::string block = document.text.substr(blocks[b].begin, blocks[b].end - blocks[b].begin);
      bool coded = false;
      for (const auto& coding : publication.snapshot.codings) {
        coded = coded || (coding.document_index == 0 && coding.start < index.CodePoint(blocks[b].end) &&
                          coding.end > index.CodePoint(blocks[b].begin));
      }
      const bool is_title = !document.title.empty() && block == "# A title";
      EXPECT_EQ(told.contains(number), coded || !is_title) << number << " of " << document.text;
      if (coded) {
        EXPECT_EQ(open[std::pair(1, number)], 1) << number << " of " << document.text;
      }
    }
  }
}

}  // namespace
}  // namespace commonground::publish
