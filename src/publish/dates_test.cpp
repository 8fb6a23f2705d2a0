// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Dates are written as each language writes them, and say no more than is known.

#include "publish/dates.h"

#include <gtest/gtest.h>

namespace commonground::publish {
namespace {

std::string Of(const char* date, const char* language) {
  return InWords(core::Date::Parse(date).value(), Words::For(language).value());
}

TEST(DateInWords, IsWrittenAsTheLanguageWritesIt) {
  EXPECT_EQ(Of("2012-01-01", "fr"), "1er janvier 2012");
  EXPECT_EQ(Of("2012-01-11", "fr"), "11 janvier 2012");
  EXPECT_EQ(Of("2026-06-30", "en"), "30 June 2026");
  EXPECT_EQ(Of("2026-06-30", "fr"), "30 juin 2026");
  EXPECT_EQ(Of("2026-06-30", "es"), "30 de junio de 2026");
  EXPECT_EQ(Of("2026-06-30", "ru"), "30 июня 2026\u202fг.");
  EXPECT_EQ(Of("2026-06-30", "zh"), "2026年6月30日");
}

TEST(DateInWords, SaysNoMoreThanIsKnown) {
  EXPECT_EQ(Of("2012", "fr"), "2012");
  EXPECT_EQ(Of("2012-01", "en"), "January 2012");
  EXPECT_EQ(Of("2012-01", "zh"), "2012年1月");
}

TEST(DateInWords, KeepsTheDaysOfLeapYearsAndOfOldLaws) {
  EXPECT_EQ(Of("2024-02-29", "en"), "29 February 2024");
  EXPECT_EQ(Of("1858-12-31", "en"), "31 December 1858");
  EXPECT_EQ(Of("1500-03-01", "en"), "1500-03-01");
}

}  // namespace
}  // namespace commonground::publish
