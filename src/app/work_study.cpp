// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks through assignments, notes, the frame, consents and counts for what is to be done next.

#include "app/work_study.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "app/gateway/entry.h"
#include "app/gateway/noun_view.h"
#include "app/gateway/seen_in_store.h"
#include "app/open_study.h"
#include "app/status_study.h"

namespace commonground::app {

namespace {

bool Allows(UseCase use_case, const Caller& caller) {
  return Permissions()[static_cast<std::size_t>(use_case)].Allows(caller.role);
}

StepKind StepOf(model::SlotState state) {
  switch (state) {
    case model::SlotState::kFilled:
    case model::SlotState::kNoOrganisation:
      return StepKind::kFindOrganisation;
    case model::SlotState::kNoDocument:
      return StepKind::kAddDocument;
    case model::SlotState::kNoConsent:
      return StepKind::kAskConsent;
    case model::SlotState::kNotVerified:
      return StepKind::kVerify;
    case model::SlotState::kUnderEmbargo:
      return StepKind::kWaitForEmbargo;
  }
  return StepKind::kFindOrganisation;
}

class Gatherer {
 public:
  Gatherer(const Entered& in, const model::Study& study)
      : in_(in), study_(study), view_(study, in.caller, in.today), nouns_(study, in.caller, in.today) {}

  core::Status Own() {
    for (const auto& one : study_.assignments) {
      if (one.coder != in_.actor.person || one.state != model::AssignmentState::kOpen) continue;
      if (!view_.MayRead(one.document)) continue;
      CG_ASSIGN_OR_RETURN(const auto codings, CodingsSeen(in_.store, view_, one.document));
      const auto own = std::ranges::count(codings, in_.actor.person, &model::Coding::coder);
      work.steps.push_back({StepKind::kCodeDocument, one.document.value, own, std::nullopt});
    }
    if (!Allows(UseCase::kFindMemos, in_.caller) || in_.actor.person.empty()) return {};
    CG_ASSIGN_OR_RETURN(const auto memos, MemosSeen(in_, study_, {}, model::MemoKind::kToDo));
    for (const auto& memo : memos) {
      if (memo.coder == in_.actor.person) work.steps.push_back({StepKind::kDoToDo, memo.id.value, 1, std::nullopt});
    }
    return {};
  }

  // Documents that two or more have coded, and nobody codes any more.
  void ToAdjudicate() {
    if (!Allows(UseCase::kAdjudicate, in_.caller)) return;
    std::map<model::DocumentId, std::int64_t> coders;
    for (const auto& one : study_.assignments) ++coders[one.document];
    std::set<model::DocumentId> decided;
    for (const auto& one : study_.adjudications) decided.insert(one.document);
    for (const auto& [document, count] : coders) {
      const bool waits = count > 1 && !view_.HasOpenAssignments(document) && !decided.contains(document);
      if (waits && view_.MayRead(document)) {
        work.steps.push_back({StepKind::kAdjudicate, document.value, count, std::nullopt});
      }
    }
  }

  core::Status Frame(const core::Date& on) {
    if (!Allows(UseCase::kStatus, in_.caller)) return {};
    CG_ASSIGN_OR_RETURN(const StudyStatus status, StatusOf(study_, in_.today, on));
    std::map<StepKind, std::int64_t> open;
    for (const auto& slot : status.coverage.slots) {
      if (slot.state != model::SlotState::kFilled) ++open[StepOf(slot.state)];
    }
    for (const auto& [kind, count] : open) work.steps.push_back({kind, {}, count, std::nullopt});
    for (const auto& region : status.coverage.regions) {
      if (region.without_slot == 0) continue;
      work.steps.push_back({StepKind::kListPlaces, region.region.value, region.without_slot, std::nullopt});
    }
    return {};
  }

  // Consents that hold today and end within kMonthsAhead; one step a subject, with the first of the days.
  void EndingConsents() {
    if (!Allows(UseCase::kSeeConsents, in_.caller)) return;
    std::map<std::string, WorkStep> steps;
    for (const auto& one : study_.consents) {
      if (!one.expires || one.withdrawn || !nouns_.Sees(one)) continue;
      const core::Date last = one.expires->Last();
      if (last < in_.today || last > in_.today.AddMonths(kMonthsAhead)) continue;
      auto& step =
          steps.try_emplace(one.subject, WorkStep{StepKind::kRenewConsent, one.subject, 0, last}).first->second;
      ++step.count;
      step.last_day = std::min(*step.last_day, last);
    }
    for (auto& [ignored, step] : steps) work.steps.push_back(std::move(step));
  }

  // The newest count of each body of an organisation, if it ends within kMonthsAhead.
  void EndingCounts() {
    if (!Allows(UseCase::kSeeLeadership, in_.caller)) return;
    std::map<std::pair<model::OrganisationId, std::string>, core::Date> newest;
    for (const auto& one : study_.leadership) {
      if (!nouns_.Sees(one)) continue;
      auto& day = newest.try_emplace({one.organisation, one.body}, one.as_of.First()).first->second;
      day = std::max(day, one.as_of.First());
    }
    std::map<std::string, WorkStep> steps;
    for (const auto& [whose, day] : newest) {
      const core::Date last = day.AddMonths(study_.settings.record_months);
      if (last < in_.today || last > in_.today.AddMonths(kMonthsAhead)) continue;
      const std::string& id = whose.first.value;
      auto& step = steps.try_emplace(id, WorkStep{StepKind::kCountAgain, id, 0, last}).first->second;
      ++step.count;
      step.last_day = std::min(*step.last_day, last);
    }
    for (auto& [ignored, step] : steps) work.steps.push_back(std::move(step));
  }

  void Progress() {
    if (!Allows(UseCase::kListAssignments, in_.caller)) return;
    std::map<model::CoderId, CoderProgress> coders;
    for (const auto& one : study_.assignments) {
      if (!view_.MayRead(one.document)) continue;
      CoderProgress& progress = coders.try_emplace(one.coder, CoderProgress{one.coder}).first->second;
      ++(one.state == model::AssignmentState::kOpen ? progress.open : progress.submitted);
    }
    for (auto& [ignored, progress] : coders) work.progress.push_back(std::move(progress));
  }

  Work work;

 private:
  const Entered& in_;
  const model::Study& study_;
  CodingView view_;
  NounView nouns_;
};

}  // namespace

core::Result<Work> WorkOf(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSeeWork));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  Gatherer gatherer(in, *small);
  CG_RETURN_IF_ERROR(gatherer.Own());
  gatherer.ToAdjudicate();
  CG_RETURN_IF_ERROR(gatherer.Frame(ReferenceDate(small->settings, workspace.clock())));
  gatherer.EndingConsents();
  gatherer.EndingCounts();
  gatherer.Progress();
  return std::move(gatherer.work);
}

}  // namespace commonground::app

namespace commonground::model {

template <>
WordTable<app::StepKind> Words<app::StepKind>() {
  using app::StepKind;
  static constexpr std::array<std::pair<StepKind, std::string_view>, 11> kWords{{
      {StepKind::kCodeDocument, "code-document"},
      {StepKind::kDoToDo, "do-to-do"},
      {StepKind::kAdjudicate, "adjudicate"},
      {StepKind::kFindOrganisation, "find-organisation"},
      {StepKind::kAddDocument, "add-document"},
      {StepKind::kAskConsent, "ask-consent"},
      {StepKind::kVerify, "verify"},
      {StepKind::kWaitForEmbargo, "wait-for-embargo"},
      {StepKind::kListPlaces, "list-places"},
      {StepKind::kRenewConsent, "renew-consent"},
      {StepKind::kCountAgain, "count-again"},
  }};
  return kWords;
}

}  // namespace commonground::model
