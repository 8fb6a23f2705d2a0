// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pack is read as it was written, and refused when it was cut.

#include "server/pages/pack.h"

#include <gtest/gtest.h>

namespace commonground::server {
namespace {

TEST(Pack, GivesEachPartPlainAndCompressed) {
  const auto files = ReadPack("a.js 3 2\nassets/b.css 0 1\n\nabcXYz");
  ASSERT_TRUE(files);
  EXPECT_EQ(files->at("a.js").plain, "abc");
  EXPECT_EQ(files->at("a.js").gzip, "XY");
  EXPECT_EQ(files->at("assets/b.css").plain, "");
  EXPECT_EQ(files->at("assets/b.css").gzip, "z");
}

TEST(Pack, IsRefusedWhenItsListAndItsBytesDiffer) {
  for (const char* bad : {"", "a.js 3 2", "a.js 3 2\n\nabcX", "a.js 3 2\n\nabcXYz", "a.js 3\n\nabc", "a.js x 2\n\nabc",
                          " 1 1\n\n", "a 18446744073709551615 1\n\nab", "a -1 1\n\nab"}) {
    EXPECT_FALSE(ReadPack(bad)) << bad;
  }
}

}  // namespace
}  // namespace commonground::server
