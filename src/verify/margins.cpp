// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// With S of N and a share p/q, let D = S*q - p*N: the criterion holds when D >= 0 (or D > 0).
//   a sex worker leaves: D falls by q - p      another joins:  D falls by p
//   a sex worker joins:  D grows by q - p      another leaves: D grows by p
// so the worst (best) mix uses the larger step only, as long as there is someone to leave.

#include "verify/margins.h"

#include <algorithm>

#include "core/check.h"

namespace commonground::verify {

namespace {
struct Edge {
  std::int64_t p;
  std::int64_t q;
  std::int64_t margin;  // D, less 1 when the comparison is strict: the criterion holds when margin >= 0
};

Edge EdgeOf(std::int64_t sex_workers, std::int64_t members, const model::Criterion& criterion) {
  const std::int64_t p = criterion.share.p;
  const std::int64_t q = criterion.share.q;
  CG_CHECK(0 <= p && p <= q && q > 0, "a share lies between 0 and 1");
  const std::int64_t strict = criterion.comparison == model::Comparator::kMoreThan ? 1 : 0;
  return {p, q, sex_workers * q - p * members - strict};
}
// How many steps make up for `missing`, rounded up.
std::int64_t Steps(std::int64_t missing, std::int64_t step) {
  CG_CHECK(step > 0, "the larger of two steps is more than nothing");
  return (missing + step - 1) / step;
}
}  // namespace

bool Satisfies(std::int64_t sex_workers, std::int64_t members, const model::Criterion& criterion) {
  const int order = core::Compare(sex_workers, members, criterion.share);
  return criterion.comparison == model::Comparator::kMoreThan ? order > 0 : order >= 0;
}

std::optional<std::int64_t> Headroom(std::int64_t sex_workers, std::int64_t members,
                                     const model::Criterion& criterion) {
  const Edge edge = EdgeOf(sex_workers, members, criterion);
  if (members == 0 || edge.margin < 0) return 0;
  // All are sex workers: the last one to leave empties the body.
  const bool can_empty = sex_workers == members;
  if (edge.p == 0 && criterion.comparison == model::Comparator::kAtLeast) {
    return can_empty ? std::optional(members - 1) : std::nullopt;
  }
  // When leaving is the larger step (2p < q) the bound stays below S unless S = N, so there is always someone to leave.
  const std::int64_t changes = edge.margin / std::max(edge.p, edge.q - edge.p);
  return can_empty ? std::min(changes, members - 1) : changes;
}

std::optional<std::int64_t> Shortfall(std::int64_t sex_workers, std::int64_t members,
                                      const model::Criterion& criterion) {
  const Edge edge = EdgeOf(sex_workers, members, criterion);
  if (members > 0 && edge.margin >= 0) return 0;
  if (edge.p == edge.q && criterion.comparison == model::Comparator::kMoreThan) return std::nullopt;
  if (members == 0) return 1;
  if (edge.p <= edge.q - edge.p) return Steps(-edge.margin, edge.q - edge.p);
  // More than half is asked for: others leaving helps most, and is enough if anyone stays.  Else all N leave and one
  // sex worker joins; a sex worker who joins earlier gains less than one who leaves, so no mix is shorter.
  if (sex_workers == 0) return members + 1;
  return Steps(-edge.margin, edge.p);
}

}  // namespace commonground::verify
