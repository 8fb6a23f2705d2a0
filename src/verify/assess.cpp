// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One body at a time: choose the record, look at its age, turn counts into limits, compare the limits with the share.

#include "verify/assess.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "verify/counts.h"
#include "verify/margins.h"

namespace commonground::verify {

namespace {

using model::Basis;
using model::Comparator;
using model::CriterionResult;
using model::LeadershipRecord;
using model::Verdict;

struct Candidate {
  const LeadershipRecord* record = nullptr;
  BodyCounts counts;
};

// Of several records from one day: counts decide more than a claim, and a claim more than an empty row.
int Weight(const Candidate& candidate) {
  const bool claim = candidate.record->basis == Basis::kPublishedClaim;
  if (candidate.counts.any) return claim ? 2 : 3;
  return claim ? 1 : 0;
}

const Candidate* Newest(std::span<const Candidate> candidates, std::string_view body, core::Date on) {
  const auto key = [](const Candidate& c) { return std::tuple(c.record->as_of.First(), Weight(c)); };
  const Candidate* newest = nullptr;
  for (const Candidate& candidate : candidates) {
    if (candidate.record->body != body || candidate.record->as_of.First() > on) continue;
    if (newest == nullptr || key(candidate) >= key(*newest)) newest = &candidate;
  }
  return newest;
}

struct Decision {
  Verdict verdict = Verdict::kUndetermined;
  std::string reason;
};

// N is not known: only a share that the source states can decide.
Decision DecideByShare(const BodyCounts& counts, const model::Criterion& criterion) {
  const bool more_than = criterion.comparison == Comparator::kMoreThan;
  if (counts.at_least) {
    const int order = core::Compare(counts.at_least->share.p, counts.at_least->share.q, criterion.share);
    if (order > 0 || (order == 0 && (!more_than || counts.at_least->strict))) {
      return {Verdict::kMeets, "The share that the record states is enough, whatever the number of members."};
    }
  }
  if (counts.at_most) {
    const int order = core::Compare(counts.at_most->share.p, counts.at_most->share.q, criterion.share);
    if (order < 0 || (order == 0 && (more_than || counts.at_most->strict))) {
      return {Verdict::kFails, "The share that the record states is too low, whatever the number of members."};
    }
  }
  if (counts.at_least || counts.at_most) {
    return {Verdict::kUndetermined, "The record gives only limits of the share, and they leave both answers open."};
  }
  return {Verdict::kUndetermined, "The record does not say how many members the body has."};
}

Decision DecideByCounts(const BodyCounts& counts, const model::Criterion& criterion) {
  if (!counts.members) return DecideByShare(counts, criterion);
  if (*counts.members == 0) {
    if (criterion.when_empty == model::EmptyBody::kNotApplicable) {
      return {Verdict::kNotApplicable, "The body has no members, so that this criterion does not apply."};
    }
    return {Verdict::kUndetermined, "The body has no members, and the definition does not say what holds then."};
  }
  if (Satisfies(counts.least, *counts.members, criterion)) {
    return {Verdict::kMeets, counts.most > counts.least ? "Even the lowest share that the record allows is enough."
                                                        : "The share of sex workers is enough."};
  }
  if (!Satisfies(counts.most, *counts.members, criterion)) {
    return {Verdict::kFails, counts.most > counts.least ? "Even the highest share that the record allows is too low."
                                                        : "The share of sex workers is too low."};
  }
  if (counts.undisclosed && !counts.bounded) {
    return {Verdict::kUndetermined, "Members whose status is undisclosed decide it."};
  }
  return {Verdict::kUndetermined, "The record does not give the number of sex workers closely enough to decide."};
}

// A publication says that the organisation qualifies.  Counts that it gives can show that it fails, never that it
// meets; and a claim about one definition says nothing about another.
Decision DecideClaim(const LeadershipRecord& record, const BodyCounts& counts, const model::Criterion& criterion,
                     const model::DefinitionId& definition, const AssessmentRules& rules) {
  if (counts.any) {
    Decision by_counts = DecideByCounts(counts, criterion);
    if (by_counts.verdict == Verdict::kFails || by_counts.verdict == Verdict::kNotApplicable) return by_counts;
  }
  std::string other;
  bool about_this = false;
  for (const model::SourceId& source : record.sources) {
    const auto about = rules.claims_about.find(source.value);
    if (about == rules.claims_about.end()) continue;
    if (about->second == definition.value) about_this = true;
    if (other.empty()) other = about->second;
  }
  if (!about_this && !other.empty()) {
    return {Verdict::kUndetermined, fmt::format("The published claim is about {}, not about this definition.", other)};
  }
  return {Verdict::kReported, "A publication says that the organisation qualifies, without counts that show it."};
}

bool Holds(const LeadershipRecord& record, const AssessmentRules& rules) {
  return rules.on < record.as_of.First().AddMonths(rules.record_months);
}

CriterionResult AssessCriterion(const model::Definition& definition, const model::Criterion& criterion,
                                std::span<const Candidate> candidates, const AssessmentRules& rules) {
  CriterionResult result;
  result.body = criterion.body;
  result.share = criterion.share;
  result.comparison = criterion.comparison;
  const Candidate* used = Newest(candidates, criterion.body, rules.on);
  if (used == nullptr) {
    result.reason = "There is no record of this body from that day or before.";
    return result;
  }
  const LeadershipRecord& record = *used->record;
  result.as_of = record.as_of;
  result.basis = record.basis;
  result.sources = record.sources;
  if (!Holds(record, rules)) {
    result.verdict = Verdict::kExpired;
    result.reason = "The newest record of this body is older than a record may be.";
    return result;
  }
  Decision decision = record.basis == Basis::kPublishedClaim
                          ? DecideClaim(record, used->counts, criterion, definition.id, rules)
                          : DecideByCounts(used->counts, criterion);
  result.verdict = decision.verdict;
  result.reason = std::move(decision.reason);
  const bool counts_decide = result.verdict == Verdict::kFails ||
                             (record.basis != Basis::kPublishedClaim &&
                              (result.verdict == Verdict::kMeets || result.verdict == Verdict::kUndetermined));
  if (counts_decide && used->counts.members) {
    const std::int64_t members = *used->counts.members;
    result.headroom = Headroom(used->counts.least, members, criterion);
    result.shortfall = Shortfall(used->counts.least, members, criterion);
  }
  return result;
}

}  // namespace

model::Verdict Overall(std::span<const model::CriterionResult> criteria) {
  constexpr std::array kInOrder{Verdict::kFails, Verdict::kUndetermined, Verdict::kExpired, Verdict::kReported,
                                Verdict::kMeets};
  for (const Verdict verdict : kInOrder) {
    if (std::ranges::any_of(criteria, [&](const auto& c) { return c.verdict == verdict; })) return verdict;
  }
  return Verdict::kNotApplicable;
}

core::Result<model::Assessment> Assess(const model::Definition& definition,
                                       std::span<const model::LeadershipRecord> records, const AssessmentRules& rules) {
  if (!rules.on.whole()) {
    return core::Fail(core::ErrorCode::kInvalidInput, "the day of an assessment must be a whole date", rules.on.Text());
  }
  model::Assessment assessment;
  assessment.definition = definition.id;
  assessment.definition_version = definition.version;
  if (!records.empty()) assessment.organisation = records.front().organisation;
  std::vector<Candidate> candidates;
  candidates.reserve(records.size());
  for (const LeadershipRecord& record : records) {
    CG_ASSIGN_OR_RETURN(const BodyCounts counts, CountBody(record));
    candidates.push_back({&record, counts});
  }
  for (const model::Criterion& criterion : definition.criteria) {
    assessment.criteria.push_back(AssessCriterion(definition, criterion, candidates, rules));
  }
  assessment.verdict = Overall(assessment.criteria);
  return assessment;
}

}  // namespace commonground::verify
