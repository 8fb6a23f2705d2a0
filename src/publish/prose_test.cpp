// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Prose in Markdown, as people write it and as attackers do.

#include "publish/prose.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace commonground::publish {
namespace {

using Kind = ProseBlock::Kind;

std::vector<ProseBlock> Read(std::string_view markdown, int shift = 0) {
  return ReadMarkdown(markdown, shift, [](const std::string& id) -> Span {
    if (id == "missing") return {"source not shown"};
    return {"[" + id + "]", SourceTarget{model::SourceId(id), 1}};
  });
}

using OneRun = Run;  // a test has a Run of its own

std::vector<OneRun> RunsOf(const std::vector<ProseBlock>& blocks) {
  std::vector<OneRun> runs;
  for (const ProseBlock& block : blocks) {
    runs.insert(runs.end(), block.runs.begin(), block.runs.end());
    const auto below = RunsOf(block.children);
    runs.insert(runs.end(), below.begin(), below.end());
  }
  return runs;
}

int DepthOf(const std::vector<ProseBlock>& blocks) {
  int depth = 0;
  for (const ProseBlock& block : blocks) depth = std::max(depth, 1 + DepthOf(block.children));
  return depth;
}

TEST(ReadMarkdown, DropsMarkupAndLinksThatAreNotToTheWeb) {
  for (const char* text :
       {"<script>alert(1)</script>", "a <b onclick=x>b</b>", "[a](javascript:alert(1))", "[a](JAVASCRIPT:alert(1))",
        "[a](data:text/html,x)", "[a](file:///etc/passwd)", "![a](https://example.org/a.png)", "[a](//example.org)",
        "[a](../../index.html)", "[a](cases/x.html)", "[a][b]\n\n[b]: vbscript:x", "<javascript:alert(1)>"}) {
    for (const OneRun& run : RunsOf(Read(text)))
      EXPECT_FALSE(Leads(run.target)) << text << " leads somewhere: " << run.text;
  }
  EXPECT_EQ(WordsOf(Read("<script>alert(1)</script>")), "");
  EXPECT_EQ(WordsOf(Read("![the words](https://example.org/a.png)")), "the words");
}

TEST(ReadMarkdown, KeepsLinksToTheWebAndMail) {
  for (const char* address : {"https://example.org", "http://example.org/?a=b&c", "mailto:a@example.org",
                              "Https://example.org", "HTTP://example.org"}) {
    const auto runs = RunsOf(Read("[a](" + std::string(address) + ")"));
    ASSERT_EQ(runs.size(), 1U);
    ASSERT_TRUE(std::holds_alternative<WebTarget>(runs[0].target)) << address;
    EXPECT_EQ(std::get<WebTarget>(runs[0].target).address, address);
  }
}

TEST(ReadMarkdown, CitationsLeadToTheirSources) {
  const auto runs = RunsOf(Read("Yes. [@one; @two_three] *No [@one].*"));
  std::vector<std::string> sources;
  for (const OneRun& run : runs) {
    if (const auto* source = std::get_if<SourceTarget>(&run.target)) sources.push_back(source->source.value);
  }
  EXPECT_EQ(sources, (std::vector<std::string>{"one", "two_three", "one"}));
  EXPECT_EQ(WordsOf(Read("`[@one]` stays")), "[@one] stays") << "code is code";
  EXPECT_EQ(WordsOf(Read("See [@missing].")), "See source not shown.");
  EXPECT_EQ(WithoutCitations("Yes. [@one; @two] No."), "Yes. No.");
  EXPECT_TRUE(FindCitations("[@one two] [@] [not]").empty());
  for (const char* text :
       {"[@", "[@one", "[@one;", "[@one; ", "[@one; two]", "[@one @two]", "[@one;; @two]", "[@on\ne]"}) {
    EXPECT_TRUE(FindCitations(text).empty()) << text;
  }
  for (const char* text : {"[@one;]", "[@one]", "[@one ; @two ]", "[@a [@one]", "[@[@one]"}) {
    ASSERT_EQ(FindCitations(text).size(), 1U) << text;
    EXPECT_EQ(FindCitations(text).front().end, std::string_view(text).size()) << text;
  }
}

TEST(ReadMarkdown, MarksRunsByTheirEmphasis) {
  const auto runs = RunsOf(Read("a *b **c*** `d`"));
  ASSERT_EQ(runs.size(), 5U);
  EXPECT_EQ(runs[1].marks, OneRun::kEmphasis);
  EXPECT_EQ(runs[2].marks, OneRun::kEmphasis | OneRun::kStrong);
  EXPECT_EQ(runs[4].marks, OneRun::kCode);
}

TEST(ReadMarkdown, HeadingsStayBelowThePage) {
  EXPECT_EQ(Read("# Top")[0].level, 2);
  EXPECT_EQ(Read("## Next", 1)[0].level, 3);
  EXPECT_EQ(Read("###### Deep", 4)[0].level, 6);
}

TEST(ReadMarkdown, ListsKeepTheirShape) {
  const auto blocks = Read("3. one\n4. two\n\n   more\n\n- a\n  - b\n");
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks[0].kind, Kind::kNumbers);
  EXPECT_EQ(blocks[0].start, 3);
  ASSERT_EQ(blocks[0].children.size(), 2U);
  ASSERT_EQ(blocks[1].children.size(), 1U);
  EXPECT_EQ(blocks[1].children[0].runs[0].text, "a");
  EXPECT_EQ(blocks[1].children[0].children[0].kind, Kind::kBullets);
}

TEST(ReadMarkdown, DeepNestingStaysShallowAndLosesNoWord) {
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "> ";
  text += "deep";
  const auto blocks = Read(text);
  EXPECT_LE(DepthOf(blocks), kMaxProseDepth + 1);
  EXPECT_EQ(WordsOf(blocks), "deep");
  std::string emphasis(5'000, '*');
  EXPECT_NE(WordsOf(Read(emphasis + "a" + emphasis)).find('a'), std::string::npos);
}

TEST(ReadPart, KeepsTheTextAsItIs) {
  const ProseBlock paragraph = ReadPart("<a> & \"*b*\"", model::PartKind::kParagraph, 3);
  EXPECT_EQ(paragraph.runs[0].text, "<a> & \"*b*\"");
  EXPECT_EQ(ReadPart("x", model::PartKind::kHeading, 4).level, 4);
  EXPECT_EQ(ReadPart("x", model::PartKind::kListItem, 4).children[0].runs[0].text, "x");
}

}  // namespace
}  // namespace commonground::publish
