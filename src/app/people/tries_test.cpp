// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Delays of who guesses.

#include "app/people/tries.h"

#include <gtest/gtest.h>

namespace commonground::app {
namespace {

TEST(Tries, TakeLongerAndLonger) {
  Tries tries;
  std::vector<std::int64_t> waits;
  std::int64_t now = 1000;
  for (int i = 0; i < 14; ++i) {
    const std::int64_t wait = tries.Wait("lead", "a", now);
    waits.push_back(wait);
    now += wait;
    tries.Failed("lead", "a", now);
  }
  EXPECT_EQ(waits, (std::vector<std::int64_t>{0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 42, 42, 42}));
  EXPECT_EQ(tries.Wait("lead", "a", now + 901), 0);  // forgotten
}

// From many places at once, for a name: who came in before from where they are does not wait.
TEST(Tries, LetInWhoKnowsWhateverStrangersDo) {
  Tries tries;
  tries.CameIn("lead", "home", 1000);
  for (int i = 0; i < 1000; ++i) tries.Failed("lead", "stranger" + std::to_string(i), 1100);
  EXPECT_EQ(tries.Wait("lead", "home", 1100), 0);
  EXPECT_GT(tries.Wait("lead", "another stranger", 1100), 0);
  EXPECT_LE(tries.Wait("lead", "another stranger", 1100), 42);  // and nobody waits longer than that
  EXPECT_EQ(tries.Wait("ana", "home", 1100), 0);
}

TEST(Tries, KeepNobodyOutUntilAClockThatWasSetBackIsThereAgain) {
  Tries tries;
  for (int i = 0; i < 9; ++i) tries.Failed("lead", "stranger", 1'000'000);
  const std::int64_t wait = tries.Wait("lead", "home", 1000);
  EXPECT_GT(wait, 0);
  EXPECT_LE(wait, 42);
  EXPECT_EQ(tries.Wait("lead", "home", 1000 + wait), 0);
}

TEST(Tries, CountAddressesThatTryManyNames) {
  Tries tries;
  for (int i = 0; i < 30; ++i) {
    EXPECT_EQ(tries.Wait("n" + std::to_string(i), "a", 1000), 0) << i;
    tries.Failed("n" + std::to_string(i), "a", 1000);
  }
  EXPECT_GT(tries.Wait("n31", "a", 1000), 0);
  EXPECT_EQ(tries.Wait("n31", "b", 1000), 0);
}

TEST(Tries, BeginAnewWhenSomebodyCameIn) {
  Tries tries;
  for (int i = 0; i < 8; ++i) tries.Failed("lead", "a", 1000);
  EXPECT_GT(tries.Wait("lead", "a", 1000), 0);
  tries.CameIn("lead", "a", 1100);
  for (int i = 0; i < 4; ++i) tries.Failed("lead", "a", 1100);
  EXPECT_EQ(tries.Wait("lead", "a", 1100), 0);
}

}  // namespace
}  // namespace commonground::app
