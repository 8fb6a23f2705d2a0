// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every file of make_hostile.py is refused with a fix, or read with a line for all that has no place; nothing
// stays.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <algorithm>
#include <vector>

#include "summary.h"

namespace commonground::exchange_test {
namespace {

TEST(ExchangeHostileSlow, EveryFileHasItsExpectedReport) {
  const MadeFiles files("make_hostile.py");
  ASSERT_TRUE(files.made());
  std::vector<std::filesystem::path> all;
  for (const auto& entry : std::filesystem::directory_iterator(files.path())) all.push_back(entry.path());
  std::ranges::sort(all);
  EXPECT_GE(all.size(), 140U);
  std::string text;
  for (const auto& file : all) {
    SCOPED_TRACE(file.filename().string());
    text += "=== " + file.filename().string() + "\n" + SummaryOf(file);
  }
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("root:"))) << "a file of this machine came in";
  ExpectGolden("hostile.expected.txt", text);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "no process is left";
}

}  // namespace
}  // namespace commonground::exchange_test
