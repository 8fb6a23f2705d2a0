// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Differences of texts give the new text back from the old one.

#include "coding/anchoring/diff.h"

#include <gtest/gtest.h>

#include <random>

#include "coding/anchoring/code_points_testutil.h"

namespace commonground::coding {
namespace {

TEST(DiffSlow, RunsAreEqualInOrderAndDoNotOverlap) {
  std::mt19937 random(3);
  for (int i = 0; i < 4'000; ++i) {
    const Letters a = ToLetters(RandomText(random, static_cast<int>(random() % 40)));
    Letters b = a;
    for (std::size_t edits = random() % 6; edits > 0 && !b.empty(); --edits) {
      const std::size_t at = random() % b.size();
      if (random() % 2 == 0) {
        b.erase(at, random() % 9);
      } else {
        b.insert(at, ToLetters(RandomText(random, 2)));
      }
    }
    std::size_t old_end = 0;
    std::vector<bool> taken(b.size());
    for (const coding::Run& run : Compare(a, b).runs) {
      ASSERT_GT(run.length, 0U);
      ASSERT_GE(run.old_start, old_end);
      for (std::size_t k = run.new_start; k < run.new_start + run.length; ++k) {
        ASSERT_FALSE(taken.at(k)) << "two runs hold one letter";
        taken.at(k) = true;
      }
      ASSERT_EQ(a.substr(run.old_start, run.length), b.substr(run.new_start, run.length));
      old_end = run.old_start + run.length;
    }
    if (a == b && !a.empty()) {
      const std::vector<coding::Run> runs = Compare(a, b).runs;
      ASSERT_EQ(runs.size(), 1U);
      ASSERT_EQ(runs[0].length, a.size());
    }
  }
}

// More changes in one line than Myers is given: what is left in common is found by words in a row.
TEST(DiffSlow, FindsWhatIsLeftOfALongLine) {
  std::mt19937 random(11);
  Letters a;
  Letters b;
  std::size_t common = 0;
  for (int i = 0; i < 60'000; ++i) {
    Letters word;
    for (std::size_t n = 2 + random() % 4; n > 0; --n) word += U'a' + static_cast<char32_t>(random() % 26);
    word += U' ';
    const auto edit = random() % 20;
    a += word;
    if (edit == 0) continue;
    if (edit == 1) b += U"\u5B89\u5168 ";
    b += word;
    common += word.size();
  }
  std::size_t old_end = 0;
  std::size_t new_end = 0;
  std::size_t found = 0;
  for (const coding::Run& run : Compare(a, b).runs) {
    ASSERT_GE(run.old_start, old_end);
    ASSERT_GE(run.new_start, new_end);
    ASSERT_EQ(a.substr(run.old_start, run.length), b.substr(run.new_start, run.length));
    old_end = run.old_start + run.length;
    new_end = run.new_start + run.length;
    found += run.length;
  }
  EXPECT_GT(found, common * 99 / 100);
}

}  // namespace
}  // namespace commonground::coding
