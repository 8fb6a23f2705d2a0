// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Example: "at most 19 of 23" is least 0, most 19.  Bounds limit the people known to be sex workers; the undisclosed
// come on top of the upper one.  Every limit is a whole number before anything is compared.

#include "verify/counts.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/bound.h"
#include "rules/counts.h"

namespace commonground::verify {

namespace {

using model::Bound;

// In the words of an assessment, which speaks to whoever reads a verdict; nullptr: an assessment can do with it.
const char* Said(const rules::CountFault& fault) {
  using Kind = rules::CountFault::Kind;
  switch (fault.kind) {
    case Kind::kNoCount:
      return "a count must be a whole number from 0 to 1,000,000,000, and a share must lie between 0 and 1";
    case Kind::kNoShare:
      return "no share is more than all or less than none";
    case Kind::kBoundsCross:
      return "at_least is more than at_most";
    case Kind::kMoreThanBody:
      return fault.field == "at_least" ? "at_least and undisclosed together are more than members"
                                       : "sex_workers and undisclosed together are more than members";
    case Kind::kOutsideBound:
      return "sex_workers lies outside at_least and at_most";
    case Kind::kIdleBound:
      return nullptr;
  }
  return nullptr;
}

std::optional<ShareLimit> AsShare(const std::optional<Bound>& bound) {
  if (!bound || bound->kind != Bound::Kind::kShare) return std::nullopt;
  return ShareLimit{bound->share, bound->strict};
}

}  // namespace

core::Result<BodyCounts> CountBody(const model::LeadershipRecord& record) {
  for (const rules::CountFault& fault : rules::FaultsOf(record)) {
    if (const char* why = Said(fault)) {
      return core::Fail(core::ErrorCode::kInvalidInput, why,
                        fmt::format("{}, {}, {}", record.organisation.value, record.as_of.Text(), record.body));
    }
  }
  const std::int64_t undisclosed = record.undisclosed.value_or(0);
  BodyCounts counts;
  counts.any = record.members || record.sex_workers || record.undisclosed || record.at_least || record.at_most;
  counts.members = record.members;
  counts.undisclosed = undisclosed > 0;
  counts.bounded = !record.sex_workers;
  counts.at_least = AsShare(record.at_least);
  counts.at_most = AsShare(record.at_most);
  if (counts.undisclosed) counts.at_most.reset();  // the undisclosed could lift the share to anything
  if (!record.members) return counts;

  const std::int64_t members = *record.members;
  const std::int64_t known = members - undisclosed;  // whose status is disclosed
  // An empty body meets every share bound; a strict one would otherwise ask for a sex worker among nobody.
  const bool empty = members == 0;
  const bool skip_low = !record.at_least || (empty && counts.at_least);
  const bool skip_high = !record.at_most || (empty && record.at_most->kind == Bound::Kind::kShare);
  const std::int64_t low = skip_low ? 0 : model::LeastCount(*record.at_least, members);
  const std::int64_t high = skip_high ? known : model::MaxCount(*record.at_most, members);
  counts.least = record.sex_workers.value_or(low);
  counts.most = std::min(members, record.sex_workers.value_or(high) + undisclosed);
  return counts;
}

}  // namespace commonground::verify
