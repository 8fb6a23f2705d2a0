// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests that rows of small tables stay together, and that text in columns stays text.

#include "ingest/parser/table_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace commonground::ingest::parser {
namespace {

using testing::ElementsAre;

PageLine Line(double x, double y, const std::string& text) {
  return {0, x, y, x + 6.0 * static_cast<double>(text.size()), 12, text, false, false, false};
}

std::vector<std::string> Read(std::vector<PageLine> lines) {
  PutRowsTogether(lines);
  std::vector<std::string> texts;
  for (const PageLine& line : lines) texts.push_back(line.text);
  return texts;
}

TEST(PutRowsTogether, ReadsASmallTableByRows) {
  EXPECT_THAT(Read({Line(72, 100, "Month"), Line(72, 120, "May"), Line(72, 140, "June"), Line(200, 100, "Arrests"),
                    Line(200, 120, "3"), Line(200, 140, "0"), Line(320, 100, "Helped"), Line(320, 120, "12"),
                    Line(320, 140, "15")}),
              ElementsAre("Month Arrests Helped", "May 3 12", "June 0 15"));
}

TEST(PutRowsTogether, LeavesWhatStandsAboveAndBelow) {
  EXPECT_THAT(
      Read({Line(72, 60, "The police came twice in one month and not at all in the next."), Line(72, 100, "May"),
            Line(72, 120, "June"), Line(200, 100, "3"), Line(200, 120, "0"), Line(72, 160, "Nobody knows why.")}),
      ElementsAre("The police came twice in one month and not at all in the next.", "May 3", "June 0",
                  "Nobody knows why."));
}

TEST(PutRowsTogether, TakesEmptyCells) {
  EXPECT_THAT(Read({Line(72, 100, "Month"), Line(72, 120, "May"), Line(72, 140, "June"), Line(200, 100, "Arrests"),
                    Line(200, 140, "7"), Line(320, 100, "Helped"), Line(320, 120, "12"), Line(320, 140, "15")}),
              ElementsAre("Month Arrests Helped", "May 12", "June 7 15"));
}

TEST(PutRowsTogether, LeavesTextInColumns) {
  const std::vector<std::string> left{"The members met in the kitchen", "and wrote the first list of rules",
                                      "for all."};
  const std::vector<std::string> right{"Nobody was asked for a name and", "the numbers were kept on paper", "by them."};
  std::vector<PageLine> lines;
  for (std::size_t i = 0; i < 3; ++i) lines.push_back(Line(72, 100 + 14.0 * static_cast<double>(i), left[i]));
  for (std::size_t i = 0; i < 3; ++i) lines.push_back(Line(320, 100 + 14.0 * static_cast<double>(i), right[i]));
  EXPECT_THAT(Read(lines), ElementsAre(left[0], left[1], left[2], right[0], right[1], right[2]));
}

TEST(PutRowsTogether, LeavesOneColumnAndLinesAtOtherHeights) {
  EXPECT_THAT(Read({Line(72, 100, "one"), Line(72, 120, "two")}), ElementsAre("one", "two"));
  EXPECT_THAT(Read({Line(72, 100, "one"), Line(72, 120, "two"), Line(300, 107, "three"), Line(300, 127, "four")}),
              ElementsAre("one", "two", "three", "four"));
  EXPECT_THAT(Read({}), ElementsAre());
}

}  // namespace
}  // namespace commonground::ingest::parser
