// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tests the words of a page with their fonts and places.

#include "ingest/parser/placed_words.h"

#include <gtest/gtest.h>

#include <random>

namespace commonground::ingest::parser {
namespace {

PlacedPage Page(const std::string& text) {
  return {595, 842, {{10, 20.5, 30, 12, text, true, false}, {50, 20.5, 30, 12, "word", false, true}}};
}

TEST(PlacedWords, ComeBackInTheOrderOfPages) {
  // The slices may come in any order; the third page is in none.
  const std::string bytes = EncodeWords({Page("four")}, 4) + EncodeWords({Page("one"), Page("две")}, 1);
  const auto pages = DecodeWords(bytes, 10);
  ASSERT_TRUE(pages) << pages.error().message;
  ASSERT_EQ(pages->size(), 4U);
  EXPECT_EQ((*pages)[1].words[0].text, "две");
  EXPECT_TRUE((*pages)[1].words[0].space_after);
  EXPECT_TRUE((*pages)[1].words[1].bold);
  EXPECT_DOUBLE_EQ((*pages)[3].words[0].y, 20.5);
  EXPECT_TRUE((*pages)[2].words.empty());
  EXPECT_TRUE(DecodeWords("", 10)->empty());
}

TEST(PlacedWords, AreReadStrictly) {
  const std::string bytes = EncodeWords({Page("one"), Page("two")}, 1);
  EXPECT_FALSE(DecodeWords(bytes, 1));
  EXPECT_FALSE(DecodeWords(bytes + bytes, 10));
  EXPECT_FALSE(DecodeWords(EncodeWords({Page("none")}, 0), 10));
  // Whatever is damaged: an answer, never a crash; a cut is always seen, but between two pages.
  const std::size_t first = EncodeWords({Page("one")}, 1).size();
  for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
    EXPECT_EQ(DecodeWords(bytes.substr(0, cut), 10).has_value(), cut == first) << cut;
  }
  std::mt19937 random(14);
  for (int i = 0; i < 20'000; ++i) {
    std::string damaged = bytes;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    (void)DecodeWords(damaged, 10);
  }
}

}  // namespace
}  // namespace commonground::ingest::parser
