// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Numbers and names that are placed in people's own words; what Markdown may not do.
#include "publish/placed.h"

#include <gtest/gtest.h>

#include "model/chapters.h"
#include "publish/claims.h"
#include "publish/make_book.h"
#include "publish/pages/pages.h"
#include "publish/prose.h"
#include "publish/publication_testutil.h"

namespace commonground::publish {
namespace {

// The page of the summary's blocks as words, with this chapter.
std::vector<ProseBlock> Read(const model::Publication& publication, const std::string& text) {
  const Words t = Words::For("en").value();
  const Report report(publication, t);
  return report.ReadOurs(text, 0);
}
std::string WordsIn(const model::Publication& publication, const std::string& text) {
  return WordsOf(Read(publication, text));
}

// A sentence in English has its numbers in English, in a report in whatever language.
TEST(Placed, ANumberIsSaidInTheLanguageOfItsSentence) {
  const Words t = Words::For("fr").value();
  model::Publication publication = InventedPublication();
  publication.study.settings.language = "en";
  const auto in = [&] { return WordsOf(Report(publication, t).ReadOurs("[[number:PRA.1]]", 0)); };
  EXPECT_EQ(in(), "3 of 4 cases");
  publication.study.settings.language = "fr";
  EXPECT_EQ(in(), "3 cas sur 4");
  publication.study.settings.language = "th";  // no words of ours: those of the report
  EXPECT_EQ(in(), "3 cas sur 4");
}

TEST(Chapters, AreInTheLanguageOfTheReportIfSomebodyWroteThemSo) {
  model::Publication publication = InventedPublication();
  publication.study.settings.language = "en";
  publication.study.chapters = {{model::ChapterId("summary"), "**Said.**\n\nIn [[number:PRA.1]].\n"},
                                {model::ChapterId("summary.fr"), "**Dit.**\n\nDans [[number:PRA.1]].\n"}};
  const auto words = [&](const char* language, bool with_note) {
    const Words t = Words::For(language).value();
    const Report report(publication, t);
    Page page{{PageKind::kMethodology}, "", {}};
    AddChapter(report, "summary", page);
    std::string said;
    bool is_noted = false;
    for (const Block& block : page.blocks) {
      if (const auto* prose = std::get_if<Prose>(&block)) said += WordsOf(prose->blocks) + "|" + prose->language;
      if (const auto* note = std::get_if<Paragraph>(&block)) is_noted = note->style == "note";
    }
    EXPECT_EQ(is_noted, with_note) << language;
    return said;
  };
  EXPECT_EQ(words("en", false), "Said.\nIn 3 of 4 cases.|");
  EXPECT_EQ(words("fr", false), "Dit.\nDans 3 cas sur 4.|");
  EXPECT_EQ(words("ru", true), "Said.\nIn 3 of 4 cases.|en");
  EXPECT_EQ(ChapterOf(publication.study, "summary", "fr")->id.value, "summary.fr");
  EXPECT_EQ(ChapterOf(publication.study, "barriers", "fr"), nullptr);
  EXPECT_EQ(std::vector<std::string>(model::kChapterLanguages.begin(), model::kChapterLanguages.end()), Languages());
  // An organisation whose id ends as a language has its own.
  const auto about_delta = [&] { return ChapterOf(publication.study, "case-delta", "fr"); };
  publication.study.chapters.push_back({model::ChapterId("case-delta.fr"), "x\n"});
  ASSERT_NE(about_delta(), nullptr);
  publication.study.organisations.push_back(publication.study.organisations.front());
  publication.study.organisations.back().id = model::OrganisationId("delta.fr");
  EXPECT_EQ(about_delta(), nullptr);
  EXPECT_EQ(LanguageOf(publication.study, *ChapterOf(publication.study, "case-delta.fr", "fr")), "");
}

TEST(Placed, ANumberFollowsTheDataAndLeadsToItsPassages) {
  model::Publication publication = InventedPublication();
  EXPECT_EQ(WordsIn(publication, "In [[number:PRA.1]]."), "In 3 of 4 cases.");
  EXPECT_EQ(WordsIn(publication, "[[number:PRA.1|region=north]]"), "2 of 2 cases");
  EXPECT_EQ(WordsIn(publication, "[[number:PRA.1|region=west]]"), "no case yet");
  EXPECT_EQ(WordsIn(publication, "[[number:PRA.1|with=BAR.1]]"), "1 of 3 cases");
  EXPECT_EQ(WordsIn(publication, "[[number:cases]] cases, [[number:findings]] finding"), "4 cases, 1 finding");
  const auto blocks = Read(publication, "In [[number:PRA.1|region=north]].");
  ASSERT_EQ(blocks.size(), 1U);
  ASSERT_EQ(blocks[0].runs.size(), 3U);
  const auto* target = std::get_if<NumberTarget>(&blocks[0].runs[1].target);
  ASSERT_NE(target, nullptr);
  EXPECT_EQ(target->code, model::CodeId("PRA.1"));
  EXPECT_EQ(target->group, "north");
}

TEST(Placed, CasesAreNamedOnlyIfTheyMayBe) {
  const model::Publication publication = InventedPublication();
  EXPECT_EQ(WordsIn(publication, "[[case:alpha]]").substr(0, 5), "alpha");
  EXPECT_EQ(WordsIn(publication, "[[case:organisation-1]]"), "[[case:organisation-1]]");
  EXPECT_EQ(WordsIn(publication, "[[case:nobody]]"), "[[case:nobody]]");
}

TEST(Placed, FindingsAndCountriesLeadToTheirPages) {
  const model::Publication publication = InventedPublication();
  EXPECT_EQ(WordsIn(publication, "As [[finding:f1]] says"), "As Finding 1 says");
  EXPECT_EQ(WordsIn(publication, "[[context:KEN|legal_model]]"), "fully criminalised");
  EXPECT_EQ(WordsIn(publication, "[[context:CAN|law_selling]]"), "not sourced");
}

TEST(Placed, WhatIsNotInTheReportStopsIt) {
  for (const char* text :
       {"[[case:organisation-1]]", "[[case:nobody]]", "[[number:PRA.9]]", "[[number:PRA.1|region=mars]]",
        "[[number:PRA.1|with=PRA.9]]", "[[context:FRA]]", "[[finding:f9]]", "[[recommendation:f1]]",
        "[[quote:alpha/case.md|Never said]]", "[[table:pie]]", "[[figure:pie]]"}) {
    model::Publication publication = InventedPublication();
    publication.study.chapters = {{model::ChapterId("summary"), std::string("One.\n\n") + text + "\n"}};
    const auto problems = CheckClaims(publication);
    ASSERT_EQ(problems.size(), 1U) << text;
    EXPECT_EQ(problems[0].about.line, 3) << text;
    EXPECT_EQ(problems[0].about.id, "summary");
    EXPECT_NE(problems[0].fix, "");
  }
}

TEST(Placed, NothingIsPlacedInWordsOfAnOrganisation) {
  const model::Publication publication = InventedPublication();
  const Words t = Words::For("en").value();
  const Report report(publication, t);
  EXPECT_EQ(WordsOf(report.Read("In [[number:PRA.1]].", 0)), "In [[number:PRA.1]].");
}

// The list of bad input of a chapter: what is left out is named with its line, and its words stay where it has any.
TEST(MarkupLeftOut, IsNamedWithItsLine) {
  struct Case {
    const char* text;
    LeftOut::What what;
    int line;
  };
  const Case kCases[] = {
      {"One.\n\n<script>alert(1)</script>\n", LeftOut::What::kHtml, 3},
      {"One <b>bold</b>.\n", LeftOut::What::kHtml, 1},
      {"<iframe src=\"https://a.b\"></iframe>\n", LeftOut::What::kHtml, 1},
      {"[x](javascript:alert(1))\n", LeftOut::What::kLink, 1},
      {"One.\n\n[x](JaVaScRiPt:alert(1))\n", LeftOut::What::kLink, 3},
      {"[x](data:text/html,hello)\n", LeftOut::What::kLink, 1},
      {"[x](file:///etc/passwd)\n", LeftOut::What::kLink, 1},
      {"[x](../other.html)\n", LeftOut::What::kLink, 1},
      {"![a picture](https://a.b/c.png)\n", LeftOut::What::kPicture, 1},
      {"| a | b |\n|---|---|\n| 1 | 2 |\n", LeftOut::What::kTable, 1},
      {"One.\n\na | b\n:-- | --:\n1 | 2\n", LeftOut::What::kTable, 3},
      {"- x\n\n  | a |\r\n  |---|\r\n", LeftOut::What::kTable, 3},
      {"![a picture](data:image/png;base64,AAAA)\n", LeftOut::What::kPicture, 1},
  };
  for (const Case& one : kCases) {
    const auto found = FindLeftOut(one.text);
    ASSERT_FALSE(found.empty()) << one.text;
    EXPECT_EQ(found[0].what, one.what) << one.text;
    EXPECT_EQ(found[0].line, one.line) << one.text;
    for (const ProseBlock& block : ReadMarkdown(one.text, 0, [](const std::string&) { return Span(); })) {
      for (const publish::Run& run : block.runs) EXPECT_FALSE(Leads(run.target)) << one.text;
    }
  }
  for (const char* text :
       {"a | b\n\n--- | ---\n", "    | a | b |\n    |---|---|\n", "one -- two | three\n", "a | b\n---\n"}) {
    EXPECT_TRUE(FindLeftOut(text).empty()) << text;
  }
  EXPECT_TRUE(FindLeftOut("[x](https://a.b), <https://a.b>, `<b>`, *x*, 1 < 2, a & b\n").empty());
}

}  // namespace
}  // namespace commonground::publish
