// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One file for every way in which real programs depart from the standard (make_cases.py), and what becomes of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "summary.h"

namespace commonground::exchange_test {
namespace {

TEST(ExchangeVendorsSlow, EveryDepartureFromTheStandardIsRead) {
  const MadeFiles files("make_cases.py");
  ASSERT_TRUE(files.made());
  std::vector<std::filesystem::path> all;
  for (const auto& entry : std::filesystem::directory_iterator(files.path())) all.push_back(entry.path());
  std::ranges::sort(all);
  EXPECT_GE(all.size(), 70U);
  for (const auto& file : all) {
    SCOPED_TRACE(file.filename().string());
    ExpectGolden(file.filename().string() + ".expected.txt", SummaryOf(file));
  }
}

}  // namespace
}  // namespace commonground::exchange_test
