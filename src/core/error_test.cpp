// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every error code has a name and an exit code of its own.

#include "core/error.h"

#include <gtest/gtest.h>

#include <set>

#include "core/content_hash.h"
#include "core/problem.h"
#include "core/result.h"

namespace commonground::core {
namespace {

TEST(Error, EveryCodeHasItsOwnExitCodeAndName) {
  std::set<int> exits;
  std::set<std::string_view> names;
  for (ErrorCode code : {ErrorCode::kInvalidInput, ErrorCode::kNotFound, ErrorCode::kBusy, ErrorCode::kNewerSchema,
                         ErrorCode::kCorrupt, ErrorCode::kIo, ErrorCode::kNoConsent, ErrorCode::kCancelled}) {
    EXPECT_TRUE(exits.insert(ExitCode(code)).second);
    EXPECT_TRUE(names.insert(Name(code)).second);
    EXPECT_GT(ExitCode(code), 1) << "0 is success, 1 a bug of ours";
  }
  EXPECT_EQ(ExitCode(ErrorCode::kInvalidInput), 2);
}

Result<int> Half(int n) {
  if (n % 2 != 0) return Fail(ErrorCode::kInvalidInput, "is odd", "n");
  return n / 2;
}

Result<int> Quarter(int n) {
  CG_ASSIGN_OR_RETURN(const int half, Half(n));
  CG_ASSIGN_OR_RETURN(const int quarter, Half(half));
  return quarter;
}

TEST(Result, PassesErrorsOn) {
  EXPECT_EQ(*Quarter(8), 2);
  ASSERT_FALSE(Quarter(6).has_value());
  EXPECT_EQ(Describe(Quarter(6).error()), "n: is odd");
}

TEST(Problem, NamesFileLineColumnValueAndFix) {
  const Problem problem{Severity::kError, "a.csv", 3, "start", "99", "lies outside the text", "look again"};
  EXPECT_EQ(Describe(problem), "a.csv:3: start: \"99\": lies outside the text. Fix: look again");
  EXPECT_TRUE(HasErrors({problem}));
  EXPECT_FALSE(HasErrors({}));
  EXPECT_FALSE(HasErrors({Problem{Severity::kNotice, "a.csv", 0, "", "", "has a byte order mark", ""}}));
}

TEST(ContentHash, IsBlake2b256) {
  // RFC 7693's algorithm with 32 bytes out, of the empty string.
  EXPECT_EQ(ContentHash(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  EXPECT_NE(ContentHash("a"), ContentHash("b"));
}

}  // namespace
}  // namespace commonground::core
