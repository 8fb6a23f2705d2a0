// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A hash under a secret.
#include "core/keyed_hash.h"

#include <gtest/gtest.h>

namespace commonground::core {
namespace {

TEST(KeyedHash, IsTheSameForTheSameSecretOnly) {
  EXPECT_EQ(KeyedHash("s", "a"), KeyedHash("s", "a"));
  EXPECT_NE(KeyedHash("s", "a"), KeyedHash("t", "a"));
  EXPECT_NE(KeyedHash("s", "a"), KeyedHash("s", "b"));
  EXPECT_EQ(KeyedHash("", "").size(), 64U);
}

TEST(KeyedHash, SecretsDiffer) {
  EXPECT_NE(NewSecret(), NewSecret());
  EXPECT_EQ(NewSecret().size(), 64U);
}

}  // namespace
}  // namespace commonground::core
