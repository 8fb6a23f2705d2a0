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
