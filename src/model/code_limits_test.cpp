// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Chains in any order, circles, and parents that are not there.
#include "model/code_limits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace commonground::model {
namespace {

std::vector<Code> Chain(int length) {
  std::vector<Code> codes(static_cast<std::size_t>(length));
  for (int i = 0; i < length; ++i) {
    codes[static_cast<std::size_t>(i)].id = CodeId("C" + std::to_string(i));
    if (i > 0) codes[static_cast<std::size_t>(i)].parent = CodeId("C" + std::to_string(i - 1));
  }
  return codes;
}

TEST(FirstTooDeep, FindsTheFirstCodeBelowTheLimit) {
  EXPECT_EQ(FirstTooDeep({}), std::nullopt);
  EXPECT_EQ(FirstTooDeep(Chain(kMaxCodeDepth)), std::nullopt);
  EXPECT_EQ(FirstTooDeep(Chain(kMaxCodeDepth + 1)), std::size_t{kMaxCodeDepth});
  auto long_one = Chain(50'000);
  EXPECT_TRUE(FirstTooDeep(long_one));
  std::ranges::reverse(long_one);
  EXPECT_TRUE(FirstTooDeep(long_one));
}

TEST(FirstTooDeep, DoesNotMindCirclesAndStrangers) {
  auto codes = Chain(10);
  codes[0].parent = CodeId("C9");
  codes.push_back({});
  codes.back().parent = CodeId("nobody");
  EXPECT_EQ(FirstTooDeep(codes), std::nullopt);
  codes = Chain(1);
  codes[0].parent = codes[0].id;
  EXPECT_EQ(FirstTooDeep(codes), std::nullopt);
}

}  // namespace
}  // namespace commonground::model
