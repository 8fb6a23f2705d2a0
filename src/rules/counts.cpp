// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds counts that cannot be: more sex workers than members, bounds that shut each other out.
#include "rules/counts.h"

#include <fmt/format.h>

#include "core/fraction.h"
#include "model/bound.h"
#include "rules/values.h"

namespace commonground::rules {

namespace {

using model::Bound;
using model::LeadershipRecord;
using Fault = CountFault::Kind;

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

class Finder {
 public:
  explicit Finder(const LeadershipRecord& record) : record_(record) {}

  std::vector<CountFault> Find() {
    LookAtNumbers();
    if (!faults_.empty()) return std::move(faults_);
    LookAtBody();
    if (record_.sex_workers && record_.at_least && Below(*record_.sex_workers, *record_.at_least, record_.members)) {
      Add(Fault::kOutsideBound, "sex_workers", std::to_string(*record_.sex_workers), "is less than at_least allows",
          "correct one of the two, or leave the bound blank");
    }
    if (record_.sex_workers && record_.at_most && Above(*record_.sex_workers, *record_.at_most, record_.members)) {
      Add(Fault::kOutsideBound, "sex_workers", std::to_string(*record_.sex_workers), "is more than at_most allows",
          "correct one of the two, or leave the bound blank");
    }
    LookAtBounds();
    return std::move(faults_);
  }

 private:
  void Add(Fault kind, std::string_view field, std::string value, std::string message, std::string fix) {
    faults_.push_back({kind, field, std::move(value), std::move(message), std::move(fix)});
  }
  void Add(std::string_view field, std::string value, const Wrong& wrong) {
    Add(Fault::kNoCount, field, std::move(value), std::string(wrong.message), std::string(wrong.fix));
  }

  void LookAtNumber(std::string_view field, const std::optional<std::int64_t>& count) {
    if (count && !IsCounted(*count)) Add(field, std::to_string(*count), *count < 0 ? kLessThanNone : kTooMany);
  }
  void LookAtNumber(std::string_view field, const std::optional<Bound>& bound) {
    if (!bound) return;
    if (bound->kind == Bound::Kind::kCount) return LookAtNumber(field, std::optional(bound->count));
    const core::Fraction& share = bound->share;
    if (share.q < 1 || share.p < 0 || share.p > share.q) Add(field, share.Text(), kNotAShare);
  }
  void LookAtNumbers() {
    LookAtNumber("members", record_.members);
    LookAtNumber("sex_workers", record_.sex_workers);
    LookAtNumber("undisclosed", record_.undisclosed);
    LookAtNumber("at_least", record_.at_least);
    LookAtNumber("at_most", record_.at_most);
  }

  void LookAtBody() {
    if (!record_.members) return;
    const std::int64_t members = *record_.members;
    const std::int64_t undisclosed = record_.undisclosed.value_or(0);
    if (record_.sex_workers && *record_.sex_workers > members) {
      Add(Fault::kMoreThanBody, "sex_workers", std::to_string(*record_.sex_workers),
          fmt::format("is more than members ({})", members), "correct one of the two counts");
    } else if (record_.sex_workers.value_or(0) + undisclosed > members) {
      Add(Fault::kMoreThanBody, "undisclosed", std::to_string(undisclosed),
          fmt::format("sex_workers and undisclosed together are more than members ({})", members),
          "correct one of the counts: nobody is counted in both");
    }
    const auto look = [&](Fault kind, std::string_view field, const std::optional<Bound>& bound) {
      if (!bound || bound->kind != Bound::Kind::kCount || bound->count <= members) return;
      Add(kind, field, std::to_string(bound->count), fmt::format("is more than members ({})", members),
          "correct one of the two counts");
    };
    look(Fault::kMoreThanBody, "at_least", record_.at_least);
    look(Fault::kIdleBound, "at_most", record_.at_most);
  }

  // Bounds that no body can meet: ">100%", "at least 9 of 10" beside 2 undisclosed, "more than 1/3, less than 1/2 of
  // 4".
  void LookAtBounds() {
    const auto beyond = [](const std::optional<Bound>& bound, std::int64_t share) {
      return bound && bound->kind == Bound::Kind::kShare && bound->strict && bound->share.p == share * bound->share.q;
    };
    if (beyond(record_.at_least, 1)) {
      return Add(Fault::kNoShare, "at_least", ">100%", "no share is more than all of a body",
                 "write all, or a smaller share");
    }
    if (beyond(record_.at_most, 0)) {
      return Add(Fault::kNoShare, "at_most", "<0%", "no share is less than none of a body",
                 "write none, or a larger share");
    }
    if (record_.at_least && record_.at_most && Exclude(record_)) {
      return Add(Fault::kBoundsCross, "at_most", {}, "is less than at_least", "correct one of the two bounds");
    }
    const std::int64_t members = record_.members.value_or(0);
    if (members == 0 || !record_.at_least) return;
    const std::int64_t low = model::LeastCount(*record_.at_least, members);
    if (record_.at_most && low > model::MaxCount(*record_.at_most, members)) {
      Add(Fault::kBoundsCross, "at_most", {},
          fmt::format("no whole number of {} members lies between at_least and at_most", members),
          "correct one of the two bounds, or members");
    } else if (low <= members && low + record_.undisclosed.value_or(0) > members) {
      Add(Fault::kMoreThanBody, "at_least", {},
          fmt::format("at_least and undisclosed together are more than members ({})", members),
          "correct one of the counts: nobody is counted in both");
    }
  }

  const LeadershipRecord& record_;
  std::vector<CountFault> faults_;
};

}  // namespace

std::vector<CountFault> FaultsOf(const LeadershipRecord& record) {
  return Finder(record).Find();
}

}  // namespace commonground::rules
