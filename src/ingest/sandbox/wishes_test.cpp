// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests what is asked of a parser.

#include "ingest/sandbox/wishes.h"

#include <gtest/gtest.h>

namespace commonground::ingest {
namespace {

TEST(ParseOptions, ComeBackFromTheirWords) {
  const parser::ParseOptions wishes{"th", {"en", "zh-Hant"}, {3, 7}};
  const std::vector<std::string> words = WordsOf(wishes);
  const auto back = WishesOf({words.begin(), words.end()});
  ASSERT_TRUE(back);
  EXPECT_EQ(back->language, "th");
  EXPECT_EQ(back->likely, wishes.likely);
  EXPECT_EQ(back->pages.first, 3);
  EXPECT_EQ(back->pages.last, 7);
  EXPECT_TRUE(WordsOf({}).empty());
}

TEST(ParseOptions, AreNoOtherWords) {
  for (const char* word : {"th", "pages=", "pages=3", "pages=a-b", "pages=-1-2", "pages=3-4-5", "wish=x"}) {
    EXPECT_FALSE(WishesOf({word})) << word;
  }
}

}  // namespace
}  // namespace commonground::ingest
