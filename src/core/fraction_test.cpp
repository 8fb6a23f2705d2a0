// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Fractions are exact, also at their limits.

#include "core/fraction.h"

#include <gtest/gtest.h>

namespace commonground::core {
namespace {

TEST(Fraction, ReadsSharesAsWritten) {
  EXPECT_EQ(*Fraction::Parse("33/100"), (Fraction{33, 100}));
  EXPECT_EQ(*Fraction::Parse("33%"), (Fraction{33, 100}));
  EXPECT_EQ(*Fraction::Parse("1"), (Fraction{1, 1}));
  EXPECT_EQ(*Fraction::Parse("0"), (Fraction{0, 1}));
  EXPECT_EQ(Fraction::Parse("33/100")->Text(), "33/100");
}

TEST(Fraction, RejectsWhatIsNoShare) {
  for (const char* text : {"", "x", "1/0", "3/2", "-1/2", "101%", "33%%", "1/2/3", "1/", "/2", "0.5", "1 /2",
                           "1/1000001", "99999999999999999999"}) {
    EXPECT_FALSE(Fraction::Parse(text).has_value()) << text;
  }
}

TEST(Compare, IsExactWhereFloatingPointIsNot) {
  const Fraction third{33, 100};
  EXPECT_EQ(Compare(33, 100, third), 0);
  EXPECT_EQ(Compare(32, 99, third), -1);  // 32 * 100 < 33 * 99
  EXPECT_EQ(Compare(1, 3, third), 1);
  EXPECT_EQ(Compare(330'000'000'000, 1'000'000'000'000, third), 0);
  EXPECT_EQ(Compare(329'999'999'999, 1'000'000'000'000, third), -1);
}

}  // namespace
}  // namespace commonground::core
