// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One table of exit codes, and the documentation has it.
#include "core/exit_codes.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "core/error.h"

namespace commonground::core {
namespace {

TEST(ExitCodes, AreEachThereOnce) {
  std::set<int> codes;
  for (const auto& one : ExitMeanings()) EXPECT_TRUE(codes.insert(one.code).second) << one.code;
  for (int code = 0; code <= static_cast<int>(ErrorCode::kCancelled); ++code) {
    EXPECT_TRUE(codes.contains(ExitCode(static_cast<ErrorCode>(code))));
  }
  EXPECT_TRUE(codes.contains(9));
}

TEST(ExitCodes, AreInTheDocumentation) {
  std::ifstream file(std::string(CG_SOURCE_DIR) + "/docs/command-line.md");
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  std::size_t at = text.find("## Exit codes");
  for (const auto& one : ExitMeanings()) {
    const std::size_t found = text.find(fmt::format("| {} | {} |\n", one.code, one.means), at);
    EXPECT_NE(found, std::string::npos) << one.code << ": the same words, in the order of the numbers";
    at = found;
  }
}

}  // namespace
}  // namespace commonground::core
