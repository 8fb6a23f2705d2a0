// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// GUIDs in every form that programs write.

#include "core/guid.h"

#include <gtest/gtest.h>

#include <set>

namespace commonground::core {
namespace {

TEST(Guid, IsNewEveryTime) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string guid = NewGuid();
    EXPECT_EQ(ReadGuid(guid), guid);
    EXPECT_EQ(guid[14], '4');
    EXPECT_TRUE(seen.insert(guid).second);
  }
}

TEST(Guid, OfANameStaysTheSame) {
  EXPECT_EQ(GuidOf("code:INT.1"), GuidOf("code:INT.1"));
  EXPECT_NE(GuidOf("code:INT.1"), GuidOf("code:INT.2"));
  EXPECT_EQ(GuidOf("code:INT.1")[14], '8');
}

TEST(Guid, IsReadAsOtherProgramsWriteIt) {
  EXPECT_EQ(ReadGuid("{0B9A9D4C-8B1E-4A7E-9D0B-1C2D3E4F5A6B}"), "0b9a9d4c-8b1e-4a7e-9d0b-1c2d3e4f5a6b");
  for (const char* text : {"", "c001", "0b9a9d4c8b1e4a7e9d0b1c2d3e4f5a6b", "0b9a9d4c-8b1e-4a7e-9d0b-1c2d3e4f5a6",
                           "{0b9a9d4c-8b1e-4a7e-9d0b-1c2d3e4f5a6b", "gb9a9d4c-8b1e-4a7e-9d0b-1c2d3e4f5a6b"}) {
    EXPECT_FALSE(ReadGuid(text)) << text;
  }
}

}  // namespace
}  // namespace commonground::core
