// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Example: "at most 19 of 23" is least 0, most 19.  Bounds limit the people known to be sex workers; the undisclosed
// come on top of the upper one.  Every limit is a whole number before anything is compared.

#include "verify/counts.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/bound.h"

namespace commonground::verify {

namespace {

using model::Bound;

bool OutOfRange(const std::optional<std::int64_t>& count) {
  return count && (*count < 0 || *count > kMaxMembers);
}

bool OutOfRange(const std::optional<Bound>& bound) {
  if (!bound) return false;
  if (bound->kind == Bound::Kind::kCount) return bound->count < 0 || bound->count > kMaxMembers;
  return bound->share.q < 1 || bound->share.p < 0 || bound->share.p > bound->share.q;
}

std::optional<ShareLimit> AsShare(const std::optional<Bound>& bound) {
  if (!bound || bound->kind != Bound::Kind::kShare) return std::nullopt;
  return ShareLimit{bound->share, bound->strict};
}

// Can no share lie between the two?
bool Exclude(const ShareLimit& at_least, const ShareLimit& at_most) {
  const int order = core::Compare(at_least.share.p, at_least.share.q, at_most.share);
  return order > 0 || (order == 0 && (at_least.strict || at_most.strict));
}

}  // namespace

core::Result<BodyCounts> CountBody(const model::LeadershipRecord& record) {
  const auto bad = [&](std::string_view why) {
    return core::Fail(core::ErrorCode::kInvalidInput, std::string(why),
                      fmt::format("{}, {}, {}", record.organisation.value, record.as_of.Text(), record.body));
  };
  if (OutOfRange(record.members) || OutOfRange(record.sex_workers) || OutOfRange(record.undisclosed) ||
      OutOfRange(record.at_least) || OutOfRange(record.at_most)) {
    return bad("a count must be a whole number from 0 to 1,000,000,000, and a share must lie between 0 and 1");
  }
  const std::int64_t undisclosed = record.undisclosed.value_or(0);
  BodyCounts counts;
  counts.any = record.members || record.sex_workers || record.undisclosed || record.at_least || record.at_most;
  counts.members = record.members;
  counts.undisclosed = undisclosed > 0;
  counts.bounded = !record.sex_workers;
  counts.at_least = AsShare(record.at_least);
  counts.at_most = AsShare(record.at_most);
  if ((counts.at_least && Exclude(*counts.at_least, {{1, 1}, false})) ||
      (counts.at_most && Exclude({{0, 1}, false}, *counts.at_most))) {
    return bad("no share is more than all or less than none");
  }
  if (counts.at_least && counts.at_most && Exclude(*counts.at_least, *counts.at_most)) {
    return bad("at_least is more than at_most");
  }
  if (counts.undisclosed) counts.at_most.reset();  // the undisclosed could lift the share to anything
  if (!record.members) {
    const auto as_count = [](const std::optional<Bound>& bound) {
      return bound && bound->kind == Bound::Kind::kCount ? std::optional(bound->count) : std::nullopt;
    };
    const std::optional<std::int64_t> low = as_count(record.at_least);
    const std::optional<std::int64_t> high = as_count(record.at_most);
    if (low && high && *low > *high) return bad("at_least is more than at_most");
    if (record.sex_workers && ((low && *record.sex_workers < *low) || (high && *record.sex_workers > *high))) {
      return bad("sex_workers lies outside at_least and at_most");
    }
    return counts;
  }

  const std::int64_t members = *record.members;
  const std::int64_t known = members - undisclosed;  // whose status is disclosed
  if (known < 0 || record.sex_workers.value_or(0) > known) {
    return bad("sex_workers and undisclosed together are more than members");
  }
  // An empty body meets every share bound; a strict one would otherwise ask for a sex worker among nobody.
  const bool empty = members == 0;
  const bool skip_low = !record.at_least || (empty && counts.at_least);
  const bool skip_high = !record.at_most || (empty && record.at_most->kind == Bound::Kind::kShare);
  const std::int64_t low = skip_low ? 0 : model::LeastCount(*record.at_least, members);
  const std::int64_t high = skip_high ? known : model::MostCount(*record.at_most, members);
  if (low > high) return bad("at_least is more than at_most");
  if (low > known) return bad("at_least and undisclosed together are more than members");
  if (record.sex_workers && (*record.sex_workers < low || *record.sex_workers > high)) {
    return bad("sex_workers lies outside at_least and at_most");
  }
  counts.least = record.sex_workers.value_or(low);
  counts.most = std::min(members, record.sex_workers.value_or(high) + undisclosed);
  return counts;
}

}  // namespace commonground::verify
