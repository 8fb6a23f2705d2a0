// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A second, slow opinion: every way in which the undisclosed could turn out, and every order of changes, one by one.

#include <gtest/gtest.h>

#include <set>

#include "verify/assess.h"
#include "verify/margins.h"
#include "verify/records_testutil.h"

namespace commonground::verify {
namespace {

using model::Comparator;
using model::Verdict;

bool Slowly(std::int64_t s, std::int64_t n, const model::Criterion& c) {
  if (n == 0) return false;  // nobody leads an empty body
  return c.comparison == Comparator::kMoreThan ? s * c.share.q > c.share.p * n : s * c.share.q >= c.share.p * n;
}

bool Allows(const std::optional<model::Bound>& bound, std::int64_t s, std::int64_t n, bool lower) {
  if (!bound) return true;
  const std::int64_t sign = lower ? 1 : -1;
  if (bound->kind == model::Bound::Kind::kCount) return sign * (s - bound->count) >= 0;
  if (n == 0) return true;
  const std::int64_t over = sign * (s * bound->share.q - bound->share.p * n);
  return bound->strict ? over > 0 : over >= 0;
}

// Is there a body of any size that both shares allow?
bool Possible(const model::LeadershipRecord& r) {
  for (std::int64_t n = 1; n <= 12; ++n) {
    for (std::int64_t s = 0; s <= n; ++s) {
      const auto share_allows = [&](const std::optional<model::Bound>& bound, bool lower) {
        return !bound || bound->kind == model::Bound::Kind::kCount || Allows(bound, s, n, lower);
      };
      if (share_allows(r.at_least, true) && share_allows(r.at_most, false)) return true;
    }
  }
  return false;
}

// nullopt: the record cannot be.
std::optional<Verdict> SlowVerdict(const model::LeadershipRecord& r, const model::Criterion& c) {
  const std::int64_t n = *r.members;
  const std::int64_t u = r.undisclosed.value_or(0);
  if (!Possible(r)) return std::nullopt;
  std::set<bool> answers;
  for (std::int64_t s = 0; s + u <= n; ++s) {  // disclosed sex workers
    if (r.sex_workers && *r.sex_workers != s) continue;
    if (!Allows(r.at_least, s, n, true) || !Allows(r.at_most, s, n, false)) continue;
    for (std::int64_t of_undisclosed = 0; of_undisclosed <= u; ++of_undisclosed) {
      answers.insert(Slowly(s + of_undisclosed, n, c));
    }
  }
  if (answers.empty()) return std::nullopt;
  if (n == 0) {
    return c.when_empty == model::EmptyBody::kNotApplicable ? Verdict::kNotApplicable : Verdict::kUndetermined;
  }
  if (answers.size() == 2) return Verdict::kUndetermined;
  return *answers.begin() ? Verdict::kMeets : Verdict::kFails;
}

using States = std::set<std::pair<std::int64_t, std::int64_t>>;
constexpr std::int64_t kFar = 40;

std::optional<std::int64_t> SlowHeadroom(std::int64_t s, std::int64_t n, const model::Criterion& c) {
  States states{{s, n}};
  if (!Slowly(s, n, c)) return 0;
  for (std::int64_t changes = 1; changes <= kFar; ++changes) {
    States next;
    for (const auto& [sw, all] : states) {
      next.emplace(sw, all + 1);
      if (sw > 0) next.emplace(sw - 1, all - 1);
    }
    for (const auto& [sw, all] : next) {
      if (!Slowly(sw, all, c)) return changes - 1;
    }
    states = std::move(next);
  }
  return std::nullopt;
}

std::optional<std::int64_t> SlowShortfall(std::int64_t s, std::int64_t n, const model::Criterion& c) {
  States states{{s, n}};
  for (std::int64_t changes = 0; changes <= kFar; ++changes) {
    States next;
    for (const auto& [sw, all] : states) {
      if (Slowly(sw, all, c)) return changes;
      next.emplace(sw + 1, all + 1);
      if (all > sw) next.emplace(sw, all - 1);
    }
    states = std::move(next);
  }
  return std::nullopt;
}

std::vector<model::Criterion> Criteria() {
  std::vector<model::Criterion> criteria;
  for (const core::Fraction share : {core::Fraction{0, 1}, core::Fraction{1, 100}, core::Fraction{33, 100},
                                     core::Fraction{1, 3}, core::Fraction{50, 100}, core::Fraction{60, 100},
                                     core::Fraction{2, 3}, core::Fraction{99, 100}, core::Fraction{1, 1}}) {
    for (const Comparator comparison : {Comparator::kAtLeast, Comparator::kMoreThan}) {
      criteria.push_back(Ask("board", share, comparison,
                             share.p % 2 == 0 ? model::EmptyBody::kUndetermined : model::EmptyBody::kNotApplicable));
    }
  }
  return criteria;
}

void ExpectSame(const model::LeadershipRecord& record, const model::Definition& definition) {
  const AssessmentRules rules{Day("2013-12-31"), 24, {}};
  const auto assessment = Assess(definition, {&record, 1}, rules);
  for (std::size_t i = 0; i < definition.criteria.size(); ++i) {
    const auto& criterion = definition.criteria[i];
    const auto slow = SlowVerdict(record, criterion);
    ASSERT_EQ(slow.has_value(), assessment.has_value());
    if (!slow) return;
    ASSERT_EQ(assessment->criteria[i].verdict, *slow) << criterion.share.Text();
  }
}

void CheckBounds(std::int64_t most_members) {
  const model::Definition definition = Define("all", Criteria());
  for (std::int64_t n = 0; n <= most_members; ++n) {
    std::vector<std::optional<model::Bound>> bounds{std::nullopt};
    for (std::int64_t count = 0; count <= n + 1; ++count) bounds.emplace_back(CountBound(count));
    for (const core::Fraction share :
         {core::Fraction{0, 1}, core::Fraction{1, 3}, core::Fraction{1, 2}, core::Fraction{1, 1}}) {
      bounds.emplace_back(ShareBound(share));
      bounds.emplace_back(StrictBound(share));
    }
    for (const auto& at_least : bounds) {
      for (const auto& at_most : bounds) {
        for (std::int64_t u = 0; u <= n + 1; ++u) {
          for (std::int64_t s = -1; s <= n + 1; ++s) {  // -1: no count
            model::LeadershipRecord record = Record("board");
            record.members = n;
            record.undisclosed = u;
            if (s >= 0) record.sex_workers = s;
            record.at_least = at_least;
            record.at_most = at_most;
            ASSERT_NO_FATAL_FAILURE(ExpectSame(record, definition)) << n << " " << s << " " << u;
          }
        }
      }
    }
  }
}

TEST(AssessExhaustively, EveryCountOfUpToTwelveMembers) {
  const model::Definition definition = Define("all", Criteria());
  for (std::int64_t n = 0; n <= 12; ++n) {
    for (std::int64_t s = -1; s <= n + 1; ++s) {
      for (std::int64_t u = -1; u <= n + 1; ++u) {
        model::LeadershipRecord record = Record("board");
        record.members = n;
        if (s >= 0) record.sex_workers = s;
        if (u >= 0) record.undisclosed = u;
        ASSERT_NO_FATAL_FAILURE(ExpectSame(record, definition)) << n << " " << s << " " << u;
      }
    }
  }
}

TEST(AssessExhaustively, EveryBoundOfUpToTwelveMembers) {
  CheckBounds(12);
}

TEST(Margins, AgreeWithEverySequenceOfChanges) {
  for (const model::Criterion& criterion : Criteria()) {
    for (std::int64_t n = 0; n <= 12; ++n) {
      for (std::int64_t s = 0; s <= n; ++s) {
        SCOPED_TRACE(testing::Message() << s << " of " << n << ", " << criterion.share.Text()
                                        << (criterion.comparison == Comparator::kMoreThan ? " more" : ""));
        EXPECT_EQ(Headroom(s, n, criterion), SlowHeadroom(s, n, criterion));
        EXPECT_EQ(Shortfall(s, n, criterion), SlowShortfall(s, n, criterion));
      }
    }
  }
}

TEST(Margins, HoldForTheLargestCounts) {
  constexpr std::int64_t kMax = 1'000'000'000;
  const model::Criterion half = Ask("board", {1, 2});
  EXPECT_EQ(Headroom(kMax, kMax, half), kMax - 1);
  EXPECT_EQ(Shortfall(0, kMax, half), kMax);
  const model::Criterion fine = Ask("board", {999'999, 1'000'000});
  EXPECT_EQ(Headroom(kMax, kMax, fine), 1000);
  EXPECT_EQ(Shortfall(0, kMax, fine), kMax + 1);
}

}  // namespace
}  // namespace commonground::verify
