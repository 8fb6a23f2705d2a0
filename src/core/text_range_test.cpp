// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Ranges against counting character by character.

#include "core/text_range.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace commonground::core {
namespace {

TEST(TextIndex, CountsCodePointsNotBytes) {
  const std::string text = "aé中😀z";  // 1, 2, 3, 4 and 1 bytes
  const TextIndex index(text);
  EXPECT_EQ(index.length(), 5);
  EXPECT_EQ(index.Slice({1, 4}), "é中😀");
  EXPECT_EQ(index.Slice({0, 5}), text);
  EXPECT_EQ(index.Slice({5, 5}), "");
  EXPECT_EQ(CountCodePoints(text), 5);
}

TEST(TextIndex, RefusesRangesOutsideTheText) {
  const std::string text = "abc";
  const TextIndex index(text);
  EXPECT_FALSE(index.Slice({-1, 2}));
  EXPECT_FALSE(index.Slice({2, 1}));
  EXPECT_FALSE(index.Slice({0, 4}));
  EXPECT_FALSE(index.Slice({4, 4}));
}

TEST(TextIndex, HandlesTheEmptyText) {
  const std::string text;
  const TextIndex index(text);
  EXPECT_EQ(index.length(), 0);
  EXPECT_EQ(index.Slice({0, 0}), "");
  EXPECT_EQ(index.CodePoint(0), 0);
}

TEST(TextIndex, AgreesWithAPlainWalkOnRandomTexts) {
  std::mt19937 random(7);
  const std::string_view characters[] = {"a", "é", "中", "😀", "\n"};
  for (int round = 0; round < 60; ++round) {
    std::string text;
    std::vector<std::size_t> offsets;
    const int length = static_cast<int>(random() % 300);
    for (int i = 0; i < length; ++i) {
      offsets.push_back(text.size());
      text += characters[random() % 5];
    }
    offsets.push_back(text.size());
    const TextIndex index(text);
    ASSERT_EQ(index.length(), length);
    for (int i = 0; i <= length; ++i) {
      const std::size_t offset = offsets[static_cast<std::size_t>(i)];
      ASSERT_EQ(index.ByteOffset(i), offset);
      ASSERT_EQ(index.CodePoint(offset), i);
    }
  }
}

}  // namespace
}  // namespace commonground::core
