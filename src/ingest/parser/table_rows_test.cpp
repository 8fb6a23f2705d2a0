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

TEST(PutRowsTogether, KeepsACellOfSeveralLinesInOnePiece) {
  EXPECT_THAT(Read({Line(72, 100, "Month"), Line(72, 134, "May"), Line(72, 154, "June"), Line(200, 100, "Arrests in"),
                    Line(200, 114, "the street"), Line(200, 134, "3"), Line(200, 154, "0"), Line(320, 100, "Helped"),
                    Line(320, 134, "12"), Line(320, 154, "15")}),
              ElementsAre("Month Arrests in the street Helped", "May 3 12", "June 0 15"));
}

TEST(PutRowsTogether, TakesCellsThatAreSetInTheMiddleOfTheirRow) {
  EXPECT_THAT(Read({Line(72, 107, "Month"), Line(72, 136, "May"), Line(72, 158, "June"), Line(200, 100, "Arrests in"),
                    Line(200, 114, "the street"), Line(200, 136, "3"), Line(200, 158, "0")}),
              ElementsAre("Month Arrests in the street", "May 3", "June 0"));
  // Below the table text goes on.
  EXPECT_THAT(Read({Line(72, 60, "Counted by the members."), Line(72, 107, "Month"), Line(72, 136, "May"),
                    Line(72, 158, "June"), Line(200, 100, "Arrests in"), Line(200, 114, "the street"),
                    Line(200, 136, "3"), Line(200, 158, "0"), Line(72, 200, "Nobody knows why it fell so much.")}),
              ElementsAre("Counted by the members.", "Month Arrests in the street", "May 3", "June 0",
                          "Nobody knows why it fell so much."));
}

TEST(PutRowsTogether, ReadsATableFromTheRightWhereItsWordsAre) {
  // A column at a time, from the right or from the left, as programs write it.
  const std::vector<std::string> right{"\u0634\u0647\u0631", "\u0645\u0627\u064A\u0648",
                                       "\u064A\u0648\u0646\u064A\u0648"};
  const std::vector<std::string> left{"\u0627\u0639\u062A\u0642\u0627\u0644", "3", "0"};
  const auto expected = ElementsAre(right[0] + " " + left[0], right[1] + " 3", right[2] + " 0");
  EXPECT_THAT(Read({Line(400, 100, right[0]), Line(400, 120, right[1]), Line(400, 140, right[2]),
                    Line(200, 100, left[0]), Line(200, 120, left[1]), Line(200, 140, left[2])}),
              expected);
  EXPECT_THAT(Read({Line(200, 100, left[0]), Line(200, 120, left[1]), Line(200, 140, left[2]), Line(400, 100, right[0]),
                    Line(400, 120, right[1]), Line(400, 140, right[2])}),
              expected);
}

TEST(PutRowsTogether, LeavesParagraphsInColumns) {
  // Two columns of two paragraphs each, all on one grid.
  std::vector<PageLine> lines;
  std::vector<std::string> texts;
  for (const double x : {72.0, 320.0}) {
    for (const double y : {100.0, 114.0, 140.0, 154.0}) {
      texts.push_back("what they said at " + std::to_string(static_cast<int>(x + y)));
      lines.push_back(Line(x, y, texts.back()));
    }
  }
  EXPECT_EQ(Read(lines), texts);
}

TEST(PutRowsTogether, TakesAFirstRowWithMoreRoom) {
  EXPECT_THAT(Read({Line(72, 100, "Month"), Line(72, 120, "May"), Line(72, 136, "June"), Line(72, 152, "July"),
                    Line(200, 100, "Arrests"), Line(200, 120, "3"), Line(200, 136, "0"), Line(200, 152, "1")}),
              ElementsAre("Month Arrests", "May 3", "June 0", "July 1"));
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
