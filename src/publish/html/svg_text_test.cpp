// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests where text of a figure is broken.

#include "publish/html/svg_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace commonground::publish {
namespace {

using ::testing::ElementsAre;

TEST(LinesOf, BreaksAtSpacesAndLosesNothing) {
  EXPECT_THAT(LinesOf("North America and the Caribbean", 11), ElementsAre("North America and", "the Caribbean"));
  EXPECT_THAT(LinesOf("Africa", 11), ElementsAre("Africa"));
  EXPECT_THAT(LinesOf("", 11), ElementsAre(""));
  EXPECT_THAT(LinesOf("  a   b ", 11), ElementsAre("a b"));
}

TEST(LinesOf, BreaksWordsThatAreLongerThanALine) {
  EXPECT_THAT(LinesOf("abcdefghij", 3), ElementsAre("abcde", "fghij"));
  EXPECT_THAT(LinesOf("x abcdefghij y", 3), ElementsAre("x", "abcde", "fghij", "y"));
}

TEST(LinesOf, CountsWideLettersAsWhole) {
  EXPECT_THAT(LinesOf("法律与司法部门", 4), ElementsAre("法律与司", "法部门"));
}

}  // namespace
}  // namespace commonground::publish
