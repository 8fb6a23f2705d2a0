// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The smallest changes, against trying all of them on every small body.

#include "verify/smallest_changes.h"

#include <gtest/gtest.h>

#include "verify/margins.h"

namespace commonground::verify {
namespace {

model::Criterion Of(std::int64_t p, std::int64_t q, model::Comparator comparison) {
  model::Criterion criterion;
  criterion.body = "governance";
  criterion.share = core::Fraction{p, q};
  criterion.comparison = comparison;
  return criterion;
}

bool Holds(std::int64_t sex_workers, std::int64_t members, const model::Criterion& criterion) {
  return members > 0 && Satisfies(sex_workers, members, criterion);
}

// Every mix of up to `most` people, the fewest that turn it.
std::vector<BodyChange> ByTrying(std::int64_t sex_workers, std::int64_t members, const model::Criterion& criterion,
                                 std::int64_t most) {
  const bool holds = Holds(sex_workers, members, criterion);
  for (std::int64_t people = 1; people <= most; ++people) {
    std::vector<BodyChange> found;
    for (std::int64_t first = 0; first <= people; ++first) {
      const std::int64_t second = people - first;
      if (holds && first <= sex_workers && !Holds(sex_workers - first, members - first + second, criterion)) {
        found.push_back({0, first, second, 0});
      }
      if (!holds && second <= members - sex_workers &&
          Holds(sex_workers + first, members + first - second, criterion)) {
        found.push_back({first, 0, 0, second});
      }
    }
    if (!found.empty()) return found;
  }
  return {};
}

TEST(SmallestChanges, AreThoseThatTryingFinds) {
  for (const auto comparison : {model::Comparator::kAtLeast, model::Comparator::kMoreThan}) {
    for (const auto& [p, q] : {std::pair(0, 1), {1, 4}, {1, 3}, {1, 2}, {2, 3}, {3, 4}, {1, 1}}) {
      const model::Criterion criterion = Of(p, q, comparison);
      for (std::int64_t members = 0; members <= 14; ++members) {
        for (std::int64_t sex_workers = 0; sex_workers <= members; ++sex_workers) {
          EXPECT_EQ(SmallestChanges(sex_workers, members, criterion), ByTrying(sex_workers, members, criterion, 60))
              << sex_workers << " of " << members << ", " << p << "/" << q << ", "
              << (comparison == model::Comparator::kAtLeast ? "at least" : "more than");
        }
      }
    }
  }
}

TEST(SmallestChanges, OfAHalfAreOneOfEither) {
  const std::vector<BodyChange> expected{{0, 0, 1, 0}, {0, 1, 0, 0}};
  EXPECT_EQ(SmallestChanges(3, 6, Of(1, 2, model::Comparator::kAtLeast)), expected);
}

TEST(SmallestChanges, OfAVeryLargeBodyAreFew) {
  EXPECT_LE(SmallestChanges(1'000'000'000, 1'000'000'000, Of(1, 2, model::Comparator::kAtLeast)).size(), 2U);
  EXPECT_LE(SmallestChanges(0, 1'000'000'000, Of(1, 2, model::Comparator::kMoreThan)).size(), 2U);
}

TEST(NeededOfUndisclosed, IsTheFewestThatAreEnough) {
  const model::Criterion half = Of(1, 2, model::Comparator::kAtLeast);
  EXPECT_EQ(NeededOfUndisclosed(2, 3, 8, half), 2);
  EXPECT_EQ(NeededOfUndisclosed(4, 3, 8, half), 0);
  EXPECT_EQ(NeededOfUndisclosed(0, 3, 8, half), std::nullopt);
  EXPECT_EQ(NeededOfUndisclosed(0, 0, 8, half), std::nullopt);
  for (std::int64_t members = 1; members <= 12; ++members) {
    for (std::int64_t known = 0; known <= members; ++known) {
      for (std::int64_t unknown = 0; known + unknown <= members; ++unknown) {
        std::optional<std::int64_t> expected;
        for (std::int64_t k = unknown; k >= 0; --k) {
          if (Satisfies(known + k, members, half)) expected = k;
        }
        EXPECT_EQ(NeededOfUndisclosed(known, unknown, members, half), expected);
      }
    }
  }
}

}  // namespace
}  // namespace commonground::verify
