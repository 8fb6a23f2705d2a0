// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests headings, headers, hyphens and rows of pages.

#include "ingest/parser/layout.h"

#include <gmock/gmock.h>

#include <random>

namespace commonground::ingest::parser {
namespace {

using model::PartKind;
using testing::ElementsAre;

struct Said {
  std::string text;
  bool bold = false;
  double above = 0;  // more space than between two lines
  double height = 12;
};

// One page; a line holds words of eight points a letter.
PlacedPage PageOf(const std::vector<Said>& lines) {
  PlacedPage page{595, 842, {}};
  double y = 120;
  for (const Said& line : lines) {
    y += line.above;
    double x = 60;
    for (std::size_t at = 0; at < line.text.size();) {
      const std::size_t end = std::min(line.text.find(' ', at), line.text.size());
      const double width = 6.0 * static_cast<double>(end - at);
      page.words.push_back({x, y, width, line.height, line.text.substr(at, end - at), true, line.bold});
      x += width + 6;
      at = end + 1;
    }
    y += line.height + 2;
  }
  return page;
}

std::vector<std::string> HeadingsOf(const std::vector<Said>& lines) {
  std::set<std::string> left_out;
  std::vector<std::string> headings;
  for (const Block& block : LayOut({PageOf(lines)}, left_out)) {
    if (block.kind == PartKind::kHeading) headings.push_back(std::to_string(block.level) + " " + block.text);
  }
  return headings;
}

const Said kLine1{"The organisation meets every Tuesday in the kitchen of one of its"};
const Said kLine2{"members, and the members elect the committee each year in spring."};

TEST(Layout, TakesAShortBoldLineAloneForAHeading) {
  EXPECT_THAT(HeadingsOf({{"How it began", true}, kLine1, kLine2, {"The police", true, 10}, kLine1, kLine2}),
              ElementsAre("1 How it began", "1 The police"));
  // Below those in larger type; over two lines.
  EXPECT_THAT(HeadingsOf({{"A house by the river", true, 0, 20},
                          {"What happened there", true, 6},
                          {"in the last years", true},
                          kLine1,
                          kLine2}),
              ElementsAre("1 A house by the river", "2 What happened there in the last years"));
}

TEST(Layout, TakesANumberOfTwoPartsForAHeading) {
  EXPECT_THAT(
      HeadingsOf({kLine1, kLine2, {"2.1 Clinics", false, 10}, kLine1, kLine2, {"2.1.3 At night", false, 10}, kLine1}),
      ElementsAre("2 2.1 Clinics", "3 2.1.3 At night"));
  EXPECT_THAT(HeadingsOf({{"3. Findings", true}, kLine1, kLine2}), ElementsAre("1 3. Findings"));
}

TEST(Layout, TakesNoOtherLineForAHeading) {
  for (const std::vector<Said>& lines : std::vector<std::vector<Said>>{
           // All in bold; a sentence in bold; bold within a paragraph; bold before other bold lines.
           {{"Every line", true},
            {"The organisation meets every Tuesday in the kitchen", true},
            {"and on Fridays", true}},
           {{"They never asked us.", true}, kLine1, kLine2},
           {kLine1, {"of the members", true}, kLine2, kLine1, kLine2},
           // A table: cells, or short rows below.
           {{"Month", true}, {"May 3 0"}, {"June 4 1"}, kLine1, kLine2},
           // Items of a list; sums and years; a number in a sentence.
           {{"2.1 Clinics", false, 10}, {"2.2 Courts"}, {"2.3 Shelters"}, kLine1, kLine2},
           {{"1. They met in the kitchen", false, 10}, kLine1, kLine2},
           {{"2019.2 Members came", false, 10}, kLine1, kLine2},
           {kLine1, {"2.5 Million were asked in this", false}, kLine2},
           // Nothing comes after it.
           {kLine1, kLine2, {"The end", true, 10}},
           {{"12 34", true}, kLine1, kLine2}}) {
    EXPECT_THAT(HeadingsOf(lines), ElementsAre()) << lines[0].text;
  }
}

// Whatever is bold or not: the same words in the same order, none lost.
std::string TextOf(const std::vector<PlacedPage>& pages, std::set<std::string>& left_out) {
  std::string text;
  for (const Block& block : LayOut(pages, left_out)) text += block.text + "\n";
  return text;
}

// A page with a line in its upper margin.
PlacedPage Under(const std::string& head) {
  PlacedPage page = PageOf({kLine1, kLine2});
  PlacedPage top = PageOf({{head}});
  for (PlacedWord& word : top.words) {
    word.y = 40;
    page.words.insert(page.words.begin() + (&word - top.words.data()), word);
  }
  return page;
}

TEST(Layout, TakesNoAnswerForAHeader) {
  const std::vector<std::vector<std::string>> answers{
      {"Interview 1: yes", "Interview 2: no", "Interview 3: yes", "Interview 4: no", "Interview 5: no"},
      {"Safe? No", "Safe? No", "Safe? Yes", "Safe? No"},
      {"Form 7 age 31 no", "Form 8 age 40 yes", "Form 9 age 22 no", "Form 10 age 51 no"},
      {"Condoms = no", "Condoms = no", "Condoms = no", "Condoms = some"},
      {"Полиция: да", "Полиция: нет", "Полиция: нет", "Полиция: нет"},
      {"警察：有", "警察：没有", "警察：没有", "警察：没有"},
  };
  for (const auto& heads : answers) {
    std::vector<PlacedPage> pages;
    for (const std::string& head : heads) pages.push_back(Under(head));
    std::set<std::string> left_out;
    const std::string text = TextOf(pages, left_out);
    for (const std::string& head : heads) EXPECT_NE(text.find(head), std::string::npos) << head << "\n" << text;
    EXPECT_TRUE(left_out.empty());
  }
  // These are headers.
  for (const auto& heads : std::vector<std::vector<std::string>>{
           {"A report of 2024", "A report of 2024", "A report of 2024", "A report of 2024"},
           {"A report", "The law", "A report", "The law", "A report", "The law"},
           {"Annual report - 1", "Annual report - 2", "Annual report - 3", "Annual report - 4"}}) {
    std::vector<PlacedPage> pages;
    for (const std::string& head : heads) pages.push_back(Under(head));
    std::set<std::string> left_out;
    const std::string text = TextOf(pages, left_out);
    for (const std::string& head : heads) EXPECT_EQ(text.find(head), std::string::npos) << head;
    EXPECT_FALSE(left_out.empty());
  }
}

TEST(Layout, KeepsTheHyphenOfTwoWords) {
  const auto text = [](const std::vector<Said>& lines) {
    std::set<std::string> left_out;
    return TextOf({PageOf(lines)}, left_out);
  };
  for (const auto& [head, tail] : std::vector<std::pair<std::string, std::string>>{{"harm", "reduction"},
                                                                                   {"decision", "making"},
                                                                                   {"long", "term"},
                                                                                   {"well", "known"},
                                                                                   {"anti", "trafficking"}}) {
    const std::string read =
        text({{"The members spoke of " + head + "-"}, {tail + " on the same evening in the kitchen there."}});
    EXPECT_NE(read.find(head + "-" + tail), std::string::npos) << read;
  }
  // As the text itself has both words.
  EXPECT_NE(text({{"The night shift, and the shelter of all, are for a night-"},
                  {"shelter was built there, a good shelter in all."}})
                .find("night-shelter"),
            std::string::npos);
  for (const auto& [head, tail] : std::vector<std::pair<std::string, std::string>>{
           {"inter", "vention"}, {"under", "stand"}, {"some", "thing"}, {"organ", "isation"}, {"com", "munity"}}) {
    const std::string read =
        text({{"The members, who stand under some thing, spoke of " + head + "-"}, {tail + " on the same evening."}});
    EXPECT_NE(read.find(head + tail), std::string::npos) << read;
  }
}

TEST(Layout, LosesNoWordWhateverIsAHeading) {
  std::mt19937 random(14);
  for (int round = 0; round < 2'000; ++round) {
    std::vector<Said> lines;
    std::string all;
    for (std::uint32_t i = 0; i < 1 + random() % 12; ++i) {
      Said line;
      if (random() % 4 == 0) line.text = std::to_string(random() % 4) + "." + std::to_string(random() % 4) + " ";
      for (std::uint32_t w = 0; w < 1 + random() % 9; ++w) line.text += (w > 0 ? " w" : "W") + std::to_string(random());
      line.bold = random() % 3 == 0;
      line.above = static_cast<double>(random() % 3 * 8);
      line.height = random() % 5 == 0 ? 18 : 12;
      all += line.text + " ";
      lines.push_back(line);
    }
    std::set<std::string> left_out;
    std::string read;
    for (const Block& block : LayOut({PageOf(lines)}, left_out)) {
      read += block.text + " ";
      EXPECT_TRUE(block.kind != PartKind::kHeading || (block.level >= 1 && block.level <= 6));
    }
    EXPECT_EQ(read, all);
  }
}

}  // namespace
}  // namespace commonground::ingest::parser
