// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts that cannot be: more sex workers than members, bounds that shut each other out.

#include <fmt/format.h>

#include "ingest/folder/checks/checks.h"
#include "model/bound.h"

namespace commonground::ingest {

namespace {

using model::Bound;
using model::LeadershipRecord;

constexpr std::string_view kFile = "leadership.csv";

// Is `count` of `members` below an at_least, or above an at_most?
bool Below(std::int64_t count, const Bound& least, const std::optional<std::int64_t>& members) {
  if (least.kind == Bound::Kind::kCount) return count < least.count;
  if (!members || *members == 0) return false;
  const int order = core::Compare(count, *members, least.share);
  return order < 0 || (order == 0 && least.strict);
}
bool Above(std::int64_t count, const Bound& most, const std::optional<std::int64_t>& members) {
  if (most.kind == Bound::Kind::kCount) return count > most.count;
  if (!members || *members == 0) return false;
  const int order = core::Compare(count, *members, most.share);
  return order > 0 || (order == 0 && most.strict);
}

// Is there no count, or no share, between the two?
bool Exclude(const LeadershipRecord& record) {
  const Bound& least = *record.at_least;
  const Bound& most = *record.at_most;
  if (least.kind == Bound::Kind::kCount) return Above(least.count, most, record.members);
  if (most.kind == Bound::Kind::kCount) return Below(most.count, least, record.members);
  const int order = core::Compare(least.share.p, least.share.q, most.share);
  return order > 0 || (order == 0 && (least.strict || most.strict));
}

// Bounds that no body can meet: ">100%", "at least 9 of 10" beside 2 undisclosed, "more than 1/3, less than 1/2 of 4".
void CheckBounds(const Checked& checked, std::size_t i, const LeadershipRecord& record) {
  const auto at = [&](std::string_view column) { return checked.Row(kFile, i, column); };
  const auto beyond = [](const std::optional<Bound>& bound, std::int64_t share) {
    return bound && bound->kind == Bound::Kind::kShare && bound->strict && bound->share.p == share * bound->share.q;
  };
  if (beyond(record.at_least, 1)) {
    at("at_least").Bad(">100%", "no share is more than all of a body", "write all, or a smaller share");
    return;
  }
  if (beyond(record.at_most, 0)) {
    at("at_most").Bad("<0%", "no share is less than none of a body", "write none, or a larger share");
    return;
  }
  if (record.at_least && record.at_most && Exclude(record)) {
    at("at_most").Bad({}, "is less than at_least", "correct one of the two bounds");
    return;
  }
  const std::int64_t members = record.members.value_or(0);
  if (members == 0 || !record.at_least) return;
  const std::int64_t low = model::LeastCount(*record.at_least, members);
  if (record.at_most && low > model::MostCount(*record.at_most, members)) {
    at("at_most").Bad({}, fmt::format("no whole number of {} members lies between at_least and at_most", members),
                      "correct one of the two bounds, or members");
  } else if (low <= members && low + record.undisclosed.value_or(0) > members) {
    at("at_least")
        .Bad({}, fmt::format("at_least and undisclosed together are more than members ({})", members),
             "correct one of the counts: nobody is counted in both");
  }
}

void CheckCounts(const Checked& checked, std::size_t i, const LeadershipRecord& record) {
  const auto at = [&](std::string_view column) { return checked.Row(kFile, i, column); };
  const std::int64_t undisclosed = record.undisclosed.value_or(0);
  if (record.members) {
    const std::int64_t members = *record.members;
    if (record.sex_workers && *record.sex_workers > members) {
      at("sex_workers")
          .Bad(std::to_string(*record.sex_workers), fmt::format("is more than members ({})", members),
               "correct one of the two counts");
    } else if (record.sex_workers.value_or(0) + undisclosed > members) {
      at("undisclosed")
          .Bad(std::to_string(undisclosed),
               fmt::format("sex_workers and undisclosed together are more than members ({})", members),
               "correct one of the counts: nobody is counted in both");
    }
    for (const auto& [bound, name] : {std::pair(&record.at_least, "at_least"), std::pair(&record.at_most, "at_most")}) {
      if (!*bound || (*bound)->kind != Bound::Kind::kCount || (*bound)->count <= members) continue;
      at(name).Bad(std::to_string((*bound)->count), fmt::format("is more than members ({})", members),
                   "correct one of the two counts");
    }
  }
  if (record.sex_workers && record.at_least && Below(*record.sex_workers, *record.at_least, record.members)) {
    at("sex_workers")
        .Bad(std::to_string(*record.sex_workers), "is less than at_least allows",
             "correct one of the two, or leave the bound blank");
  }
  if (record.sex_workers && record.at_most && Above(*record.sex_workers, *record.at_most, record.members)) {
    at("sex_workers")
        .Bad(std::to_string(*record.sex_workers), "is more than at_most allows",
             "correct one of the two, or leave the bound blank");
  }
  CheckBounds(checked, i, record);
}

}  // namespace

void CheckLeadership(const Checked& checked) {
  for (std::size_t i = 0; i < checked.study.leadership.size(); ++i) {
    const LeadershipRecord& record = checked.study.leadership[i];
    CheckReference(checked.organisations, record.organisation, checked.Row(kFile, i, "organisation"));
    CheckReference(checked.sources, record.sources, checked.Row(kFile, i, "source"));
    CheckCounts(checked, i, record);
    const bool any = record.members || record.sex_workers || record.undisclosed || record.at_least || record.at_most;
    if (record.basis != model::Basis::kPublishedClaim && !any) {
      checked.Row(kFile, i, "members")
          .Bad({}, "this row has neither a count nor a bound",
               "fill in what is known; only a published claim may leave all of them blank");
    }
    if (record.basis == model::Basis::kPublishedClaim && record.sources.empty()) {
      checked.Row(kFile, i, "source")
          .Bad({}, "is blank, but a published claim needs its source", "name the source that makes the claim");
    }
  }
}

}  // namespace commonground::ingest
