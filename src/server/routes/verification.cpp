// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Leadership, through the use case of app.

#include "server/routes/verification.h"

namespace commonground::server {

namespace {

core::Result<std::optional<core::Date>> DayOf(const std::optional<std::string>& text) {
  if (!text) return std::optional<core::Date>();
  CG_ASSIGN_OR_RETURN(const core::Date day, core::Date::Parse(*text));
  if (!day.whole()) return core::Fail(core::ErrorCode::kInvalidInput, "Say a whole day: 2026-05-25.");
  return std::optional(day);
}

CriterionView ViewOf(const model::CriterionResult& one) {
  CriterionView view;
  view.body = one.body;
  view.share = {one.share.p, one.share.q};
  view.more_than = one.comparison == model::Comparator::kMoreThan;
  view.verdict = one.verdict;
  view.reason = one.reason;
  view.headroom = one.headroom;
  view.shortfall = one.shortfall;
  if (one.as_of) view.as_of = one.as_of->Text();
  view.basis = one.basis;
  view.sources = one.sources;
  return view;
}

VerificationView ViewOf(const app::VerifiedStudy& verified) {
  VerificationView view;
  view.on = verified.on.Text();
  for (const model::Definition& one : verified.definitions) {
    view.definitions.push_back({one.id, one.version, one.label, one.kind, one.summary, one.not_sourced, one.sources});
  }
  for (const model::Assessment& one : verified.assessments) {
    VerificationView::Assessment assessment{one.organisation, one.definition, one.verdict, {}};
    for (const model::CriterionResult& result : one.criteria) assessment.criteria.push_back(ViewOf(result));
    view.assessments.push_back(std::move(assessment));
  }
  for (const app::WhatWouldTurn& turn : verified.turns) {
    CriterionView& criterion = view.assessments[turn.assessment].criteria[turn.criterion];
    criterion.is_met = turn.is_met;
    for (const verify::BodyChange& one : turn.changes) {
      criterion.smallest_changes.push_back(
          {one.sex_workers_join, one.sex_workers_leave, one.others_join, one.others_leave});
    }
    criterion.undisclosed = turn.undisclosed;
    criterion.needed_of_undisclosed = turn.needed_of_them;
  }
  return view;
}

}  // namespace

core::Result<VerificationView> ShowVerification::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto on, DayOf(input.on));
  CG_ASSIGN_OR_RETURN(const auto verified, app::VerifyStudy(study, {input.definition, input.organisation, on}));
  return ViewOf(verified);
}

core::Result<VerificationView> TryCounts::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto on, DayOf(input.on));
  app::VerifyRequest request{input.definitions.value_or(std::vector<model::DefinitionId>()), input.organisation, on};
  for (const Counts& one : input.counts) {
    model::LeadershipRecord record;
    record.organisation = input.organisation;
    record.body = one.body;
    CG_ASSIGN_OR_RETURN(record.as_of, core::Date::Parse(one.as_of));
    record.members = one.members;
    record.sex_workers = one.sex_workers;
    record.undisclosed = one.undisclosed;
    record.basis = one.basis.value_or(model::Basis::kSelfDeclared);
    request.unsaved.push_back(std::move(record));
  }
  CG_ASSIGN_OR_RETURN(const auto verified, app::VerifyStudy(study, request));
  return ViewOf(verified);
}

}  // namespace commonground::server
