// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tries the mixes of as many people as margins.h says are needed:
//
//   3 of 6, at least half: one change turns it: one sex worker leaves (2 of 5), or one other joins (3 of 7).

#include "verify/smallest_changes.h"

#include "verify/margins.h"

namespace commonground::verify {

namespace {

bool SatisfiesOrIsEmpty(std::int64_t sex_workers, std::int64_t members, const model::Criterion& criterion) {
  return members > 0 && Satisfies(sex_workers, members, criterion);
}

}  // namespace

std::vector<BodyChange> SmallestChanges(std::int64_t sex_workers, std::int64_t members,
                                        const model::Criterion& criterion) {
  const bool is_satisfied = SatisfiesOrIsEmpty(sex_workers, members, criterion);
  const auto fewest =
      is_satisfied ? Headroom(sex_workers, members, criterion) : Shortfall(sex_workers, members, criterion);
  if (!fewest) return {};
  const std::int64_t people = is_satisfied ? *fewest + 1 : *fewest;
  const std::int64_t others = members - sex_workers;
  std::vector<BodyChange> changes;
  const auto try_with = [&](std::int64_t first) {
    const std::int64_t second = people - first;
    BodyChange change;
    if (is_satisfied) {
      if (first > sex_workers) return;
      change.sex_workers_leave = first;
      change.others_join = second;
    } else {
      if (second > others) return;
      change.sex_workers_join = first;
      change.others_leave = second;
    }
    const std::int64_t then = sex_workers + change.sex_workers_join - change.sex_workers_leave;
    const std::int64_t of =
        members + change.sex_workers_join + change.others_join - change.sex_workers_leave - change.others_leave;
    if (SatisfiesOrIsEmpty(then, of, criterion) != is_satisfied) changes.push_back(change);
  };
  if (people > kMaxMixed) {
    try_with(0);
    try_with(people);
  } else {
    for (std::int64_t first = 0; first <= people; ++first) try_with(first);
  }
  return changes;
}

std::optional<std::int64_t> NeededOfUndisclosed(std::int64_t sex_workers, std::int64_t undisclosed,
                                                std::int64_t members, const model::Criterion& criterion) {
  if (!Satisfies(sex_workers + undisclosed, members, criterion)) return std::nullopt;
  std::int64_t enough = undisclosed;
  for (std::int64_t low = 0; low < enough;) {
    const std::int64_t middle = low + (enough - low) / 2;
    if (Satisfies(sex_workers + middle, members, criterion)) {
      enough = middle;
    } else {
      low = middle + 1;
    }
  }
  return enough;
}

}  // namespace commonground::verify
