// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// No cell of any kind begins a formula, wherever a program may begin a cell; and the way back is exact.
#include "core/spreadsheet_safety.h"

#include <gtest/gtest.h>

#include <random>
#include <string_view>
#include <vector>

namespace commonground::core {
namespace {

std::string Safe(std::string cell) {
  MakeSafe(cell);
  return cell;
}
std::string Unsafe(std::string cell) {
  TakeSafetyOff(cell);
  return cell;
}

TEST(MakeSafe, PutsAnApostropheBeforeWhatBeginsAFormula) {
  EXPECT_EQ(Safe("=1+1"), "'=1+1");
  EXPECT_EQ(Safe("a;=1+1"), "a;'=1+1");
  EXPECT_EQ(Safe("a;\"=1+1\""), "a;\"'=1+1\"");
  EXPECT_EQ(Safe("\xEF\xBC\x9D"
                 "1"),
            "'\xEF\xBC\x9D"
            "1");
  EXPECT_EQ(Safe("\xEF\xBC\xA0x"), "'\xEF\xBC\xA0x");
  EXPECT_EQ(Safe("\r=1"), "'\r'=1");
  EXPECT_EQ(Safe("plain, words; and more"), "plain, words; and more");
  EXPECT_EQ(Safe("co-operation 1+1=2"), "co-operation 1+1=2");
  EXPECT_EQ(Safe("\xE4\xB8\xAD\xE6\x96\x87"), "\xE4\xB8\xAD\xE6\x96\x87");
}

TEST(MakeSafe, IsUndoneExactlyAndLeavesNoFormula) {
  std::mt19937 random(3);
  const std::vector<std::string> bits{
      "=", "+",  "-", "@", "'", "\t",           "\r",           "\n",           ";",       ",",
      "|", "\"", "a", " ", "1", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xB9\xAB", "\xEF\xBC"};
  for (int round = 0; round < 200'000; ++round) {
    std::string cell;
    for (std::size_t i = random() % 8; i > 0; --i) cell += bits[random() % bits.size()];
    const std::string safe = Safe(cell);
    ASSERT_EQ(Unsafe(safe), cell);
    // Split as any country would, without quotation marks: no piece begins a formula.
    std::size_t begin = 0;
    while (begin <= safe.size()) {
      const std::size_t end = std::min(safe.find_first_of(",;|\t\r\n", begin), safe.size());
      std::string piece = safe.substr(begin, end - begin);
      piece.erase(0, std::min(piece.find_first_not_of('"'), piece.size()));
      ASSERT_EQ(std::string("=+-@").find(piece.empty() ? 'x' : piece[0]), std::string::npos) << safe;
      ASSERT_FALSE(piece.starts_with("\xEF\xBC\x9D") || piece.starts_with("\xEF\xBC\x8B")) << safe;
      begin = end + 1;
    }
  }
}

}  // namespace
}  // namespace commonground::core
