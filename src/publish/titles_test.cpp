// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A title is parted at its first colon, of any script.

#include "publish/titles.h"

#include <gtest/gtest.h>

namespace commonground::publish {
namespace {

TEST(TitleLines, PartAtTheFirstColon) {
  EXPECT_EQ(LinesOf("What works: case studies: a network").name, "What works");
  EXPECT_EQ(LinesOf("What works: case studies: a network").what, "Case studies: a network");
  EXPECT_EQ(LinesOf("Ce qui marche : études de cas").name, "Ce qui marche");
  EXPECT_EQ(LinesOf("Ce qui marche : études de cas").what, "Études de cas");
  EXPECT_EQ(LinesOf("什么有效：案例研究").name, "什么有效");
  EXPECT_EQ(LinesOf("什么有效：案例研究").what, "案例研究");
}

TEST(Capital, IsTheFirstLetterOfScriptsThatHaveThem) {
  EXPECT_EQ(Capital("decriminalised"), "Decriminalised");
  EXPECT_EQ(Capital("à l'essai"), "À l'essai");
  EXPECT_EQ(Capital("частично"), "Частично");
  EXPECT_EQ(Capital("部分"), "部分");
  EXPECT_EQ(Capital("21 cases"), "21 cases");
  EXPECT_EQ(Capital(""), "");
}

TEST(TitleLines, KeepATitleOfOneLine) {
  for (const char* title : {"", ":", "A report", "Open 24:00 hours", "At ten: ", ": of nothing"}) {
    EXPECT_EQ(LinesOf(title).name, title);
    EXPECT_EQ(LinesOf(title).what, "");
  }
}

}  // namespace
}  // namespace commonground::publish
