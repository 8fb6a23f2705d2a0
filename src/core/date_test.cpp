// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Dates that exist and dates that do not.

#include "core/date.h"

#include <gtest/gtest.h>

#include <chrono>

namespace commonground::core {
namespace {

Date Read(std::string_view text) {
  Result<Date> date = Date::Parse(text);
  EXPECT_TRUE(date.has_value()) << text;
  return date.value_or(Date());
}

TEST(Date, ReadsWhatIsKnownAndWritesItBack) {
  for (const char* text : {"2010", "2010-05", "2010-05-25", "0001-01-01", "9999-12-31", "2012-02-29"}) {
    EXPECT_EQ(Read(text).Text(), text);
  }
}

TEST(Date, RejectsWhatIsNoDate) {
  for (const char* text :
       {"",           "201",        "20100",   "2010-",      "2010-5",  "2010-05-",   "2010-05-1",       "2010-05-001",
        "2010/05/25", "25.05.2010", "2010-00", "2010-05-00", "2010-13", "2010-04-31", "2011-02-29",      "1900-02-29",
        "0000",       "-010",       " 2010",   "2010 ",      "20 10",   "2010-+5",    "2010-05-25T00:00"}) {
    Result<Date> date = Date::Parse(text);
    ASSERT_FALSE(date.has_value()) << text;
    EXPECT_EQ(date.error().code, ErrorCode::kInvalidInput);
    EXPECT_NE(date.error().message.find("YYYY-MM-DD"), std::string::npos) << "the fix is named";
  }
}

TEST(Date, AgreesWithTheStandardCalendarOnEveryDayOfFourCenturies) {
  using namespace std::chrono;
  for (sys_days day = sys_days{year{1800} / 1 / 1}; day < sys_days{year{2200} / 1 / 1}; day += days{1}) {
    const year_month_day expected{day};
    const auto date = Date::Make(static_cast<int>(expected.year()), static_cast<int>(unsigned{expected.month()}),
                                 static_cast<int>(unsigned{expected.day()}));
    ASSERT_TRUE(date.has_value());
    const year_month_day next{day + days{1}};
    if (next.month() != expected.month()) {
      EXPECT_EQ(Date::Make(date->year(), date->month())->Last(), *date);
      EXPECT_FALSE(Date::Make(date->year(), date->month(), date->day() + 1).has_value());
    }
  }
}

TEST(Date, AddsMonthsAndStaysInTheMonth) {
  EXPECT_EQ(Read("2012-02-29").AddMonths(12).Text(), "2013-02-28");
  EXPECT_EQ(Read("2012-01-31").AddMonths(1).Text(), "2012-02-29");
  EXPECT_EQ(Read("2012-12-15").AddMonths(1).Text(), "2013-01-15");
  EXPECT_EQ(Read("2013").AddMonths(24).Text(), "2015-01-01");
  EXPECT_EQ(Read("2013-03-31").AddMonths(-1).Text(), "2013-02-28");
}

TEST(Covers, CountsAYearFromItsFirstToItsLastDay) {
  const Date year = Read("2013");
  EXPECT_TRUE(Covers(year, year, Read("2013-01-01")));
  EXPECT_TRUE(Covers(year, year, Read("2013-12-31")));
  EXPECT_FALSE(Covers(year, year, Read("2012-12-31")));
  EXPECT_FALSE(Covers(year, year, Read("2014-01-01")));
}

TEST(Covers, LeavesMissingBoundsOpen) {
  EXPECT_TRUE(Covers(std::nullopt, std::nullopt, Read("2013-01-01")));
  EXPECT_TRUE(Covers(Read("2014-12-06"), std::nullopt, Read("2014-12-06")));
  EXPECT_FALSE(Covers(Read("2014-12-06"), std::nullopt, Read("2014-12-05")));
  EXPECT_FALSE(Covers(std::nullopt, Read("2014-12-05"), Read("2014-12-06")));
}

}  // namespace
}  // namespace commonground::core
