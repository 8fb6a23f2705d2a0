// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests which day a cell means, and that none is guessed.

#include "ingest/folder/dates.h"

#include <gtest/gtest.h>

#include "core/problem.h"

namespace commonground::ingest {
namespace {

std::string Read(std::string_view text) {
  std::vector<core::Problem> problems;
  const auto date = ReadDate(text, SourceLocation{&problems, "t.csv", 2, "as_of"});
  EXPECT_EQ(date.has_value(), !core::HasErrors(problems)) << text;
  return date ? date->Text() : problems.front().message + ". Fix: " + problems.front().fix;
}

TEST(ReadDate, TakesWhatCanBeOneDayOnly) {
  for (const char* text :
       {"2026-01-15", "15/01/2026", "1/15/2026", "15.01.2026", "15-1-2026", "2026/01/15", "2026.1.15", "2026年1月15日",
        "15 January 2026", "Jan 15, 2026", "15-Jan-2026", "15 janvier 2026", "15 de enero de 2026", "15 января 2026 г.",
        "15. Januar 2026", "2026-01-15 00:00:00", "15/01/2026 00:00", "\u00A02026-01-15", "2026-1-15"}) {
    EXPECT_EQ(Read(text), "2026-01-15") << text;
  }
  for (const char* text : {"2026-05", "05/2026", "May 2026", "mai 2026", "мая 2026", "2026年5月", "2026/5"}) {
    EXPECT_EQ(Read(text), "2026-05") << text;
  }
  EXPECT_EQ(Read("5/5/2026"), "2026-05-05");
  EXPECT_EQ(Read("2026"), "2026");
}

TEST(ReadDate, GuessesNothingAndSaysWhatItIs) {
  EXPECT_NE(Read("03/04/2026").find("write 2026-04-03 or 2026-03-04"), std::string::npos) << Read("03/04/2026");
  for (const char* text : {"3.4.2026", "3-4-2026", "03 04 2026"}) {
    EXPECT_NE(Read(text).find("two days"), std::string::npos) << text;
  }
  for (const char* text : {"15/01/26", "15-Jan-26", "26-01-15", "1.2.26"}) {
    EXPECT_NE(Read(text).find("two digits"), std::string::npos) << text;
  }
  for (const char* text : {"01-mars", "1-Mar", "jan-26", "мар.26", "1/3"}) {
    EXPECT_NE(Read(text).find("1/3 into 01-mars"), std::string::npos) << text << Read(text);
  }
  EXPECT_NE(Read("46037").find("write 2026-01-15"), std::string::npos) << Read("46037");
  EXPECT_NE(Read("0026-01-15").find("year 26"), std::string::npos) << Read("0026-01-15");
  EXPECT_NE(Read("#REF!").find("formula"), std::string::npos);
  for (const char* text :
       {"2026-02-30", "31/02/2026", "15/00/2026", "soon", "2026-", "1/2/3/2026", "99999", "00/2026"}) {
    EXPECT_EQ(Read(text).find("20"), std::string::npos) << text;
  }
}

TEST(ReportMadeDay, KnowsDaysThatWereShares) {
  std::vector<core::Problem> problems;
  const SourceLocation spot{&problems, "t.csv", 2, "at_least"};
  for (const char* text : {"01-mars", "1-Mar", "3 янв.", "3月1日", "01/03/2026", "2026-03-01"}) {
    EXPECT_TRUE(ReportMadeDay(text, spot)) << text;
  }
  for (const char* text : {"1/3", "33%", "12", "all", "2026", "may"}) EXPECT_FALSE(ReportMadeDay(text, spot)) << text;
}

}  // namespace
}  // namespace commonground::ingest
