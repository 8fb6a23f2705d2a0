// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which statement holds on a day.

#include "context/statements.h"

#include <gtest/gtest.h>

#include "core/check.h"

namespace commonground::context {
namespace {

model::Statement Say(std::string value, std::string from = "", std::string to = "", std::string property = "role",
                     std::string subject = "org") {
  const auto day = [](const std::string& text) -> std::optional<core::Date> {
    if (text.empty()) return std::nullopt;
    const auto date = core::Date::Parse(text);
    CG_CHECK(date.has_value(), "a test writes a date");
    return *date;
  };
  model::Statement statement;
  statement.subject = std::move(subject);
  statement.property = std::move(property);
  statement.value = std::move(value);
  statement.valid_from = day(from);
  statement.valid_to = day(to);
  return statement;
}

bool Disputed(const std::vector<model::Statement>& statements, const std::vector<std::string>& many = {}) {
  return GroupStatements(statements, many).at(0).disputed;
}

TEST(GroupStatements, ByFirstAppearance) {
  const std::vector statements{Say("a", "", "", "p", "x"), Say("b", "", "", "q", "x"), Say("c", "", "", "p", "y"),
                               Say("d", "", "", "p", "x")};
  const auto groups = GroupStatements(statements, {});
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].statements, (std::vector<std::size_t>{0, 3}));
  EXPECT_TRUE(groups[0].disputed);
  EXPECT_EQ(groups[1].property, "q");
  EXPECT_FALSE(groups[1].disputed);
  EXPECT_EQ(groups[2].subject, "y");
}

TEST(GroupStatements, DifferentValuesAtOneTimeAreDisputed) {
  EXPECT_TRUE(Disputed({Say("1999"), Say("2000")}));
  EXPECT_FALSE(Disputed({Say("1999"), Say("1999")}));
  EXPECT_FALSE(Disputed({Say("1999"), Say("2000")}, {"role"}));
  EXPECT_TRUE(Disputed({Say("a", "2010", "2012"), Say("b", "2011")}));
  EXPECT_TRUE(Disputed({Say("a", "2012", "2012"), Say("b", "2012", "2012")}));
}

TEST(GroupStatements, OneAfterTheOtherIsNoDispute) {
  EXPECT_FALSE(Disputed({Say("a", "", "2010"), Say("b", "2011")}));
  EXPECT_FALSE(Disputed({Say("b", "2012"), Say("a", "", "2012")}));  // the change came some day in 2012
  EXPECT_FALSE(Disputed({Say("a", "", "2014-12-05"), Say("b", "2014-12-06")}));
  EXPECT_TRUE(Disputed({Say("a", "", "2014-12-06"), Say("b", "2014-12-06")}));
}

TEST(GroupStatements, ALongSpanHidesNoContradiction) {
  EXPECT_TRUE(Disputed({Say("a", "2000", "2020"), Say("a", "2001", "2002"), Say("b", "2010", "2012")}));
  EXPECT_TRUE(Disputed({Say("b", "2000", "2010"), Say("a", "2001", "2001"), Say("c", "2005", "2006")}));
  EXPECT_TRUE(Disputed({Say("a", "2000", "2008"), Say("a", "2000", "2004"), Say("b", "2006", "2007")}));
  EXPECT_FALSE(Disputed({Say("a", "2000", "2004"), Say("a", "2003", "2008"), Say("b", "2010", "2012")}));
}

// Every three statements of two values within a few years, against looking at every day of every pair.
TEST(GroupStatements, AgreeWithEveryPairAndDay) {
  std::vector<model::Statement> choices;
  for (const char* value : {"a", "b"}) {
    for (const char* from : {"", "2001", "2002", "2002-03-01", "2003"}) {
      for (const char* to : {"", "2001", "2002", "2002-03-01", "2003"}) choices.push_back(Say(value, from, to));
    }
  }
  const auto span = [](const model::Statement& s) {
    const auto open_first = *core::Date::Parse("0001-01-01");
    const auto open_last = *core::Date::Parse("9999-12-31");
    core::Date first = s.valid_from ? s.valid_from->Last() : open_first;
    core::Date last = s.valid_to ? s.valid_to->First() : open_last;
    if (first > last) {
      first = s.valid_from ? s.valid_from->First() : open_first;
      last = s.valid_to ? s.valid_to->Last() : open_last;
    }
    return std::pair(first, last);
  };
  const auto clash = [&](const model::Statement& a, const model::Statement& b) {
    const auto [a_first, a_last] = span(a);
    const auto [b_first, b_last] = span(b);
    return a.value != b.value && a_first <= a_last && b_first <= b_last && a_first <= b_last && b_first <= a_last;
  };
  int disputed = 0;
  for (const auto& a : choices) {
    for (const auto& b : choices) {
      for (const auto& c : choices) {
        const bool expected = clash(a, b) || clash(a, c) || clash(b, c);
        ASSERT_EQ(Disputed({a, b, c}), expected);
        disputed += expected ? 1 : 0;
      }
    }
  }
  EXPECT_GT(disputed, 1000);
}

}  // namespace
}  // namespace commonground::context
