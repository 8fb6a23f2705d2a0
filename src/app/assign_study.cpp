// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Gives documents to coders, and hands them in.

#include "app/assign_study.h"

#include <algorithm>
#include <map>

#include "app/gateway/coding_view.h"
#include "app/gateway/entry.h"
#include "core/guid.h"
#include "core/hinted.h"
#include "model/guids.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

const model::Assignment* Find(const model::Study& study, const model::DocumentId& document,
                              const model::CoderId& coder) {
  const auto found = std::ranges::find_if(
      study.assignments, [&](const model::Assignment& one) { return one.document == document && one.coder == coder; });
  return found == study.assignments.end() ? nullptr : &*found;
}

tl::unexpected<core::Error> NoAssignment(const model::DocumentId& document, const model::CoderId& coder) {
  return core::FailWithHint(
      ErrorCode::kNotFound,
      coder.value + " was not given this document. Nothing was changed. Fix: look who was given what", document.value,
      {"list assignments", {}});
}

}  // namespace

core::Result<EditResult> Assign(const Workspace& workspace, std::span<const model::DocumentId> documents,
                                std::span<const model::CoderId> coders) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kAssign));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  const CodingView view(study, in.caller, in.today);
  model::ChangeSet changes;
  changes.action = model::EventAction::kAssign;
  for (const auto& document : documents) {
    if (!view.MayRead(document)) {
      return core::Fail(
          ErrorCode::kNotFound,
          "document not found, or no consent to analyse today. Nothing was changed. Fix: check the id and the consents",
          document.value);
    }
    for (const auto& coder : coders) {
      if (!model::IsValidId(coder.value)) {
        return core::Fail(ErrorCode::kInvalidInput,
                          "invalid coder id. Nothing was changed. Fix: use letters, digits, '.', '_' and "
                          "'-', and nothing that tells who a person is",
                          coder.value);
      }
      if (Find(study, document, coder) != nullptr) continue;
      model::Assignment one;
      one.id = model::AssignmentId(core::NewGuid());
      one.document = document;
      one.coder = coder;
      one.given = actor.now;
      changes.assignments.push_back({std::nullopt, std::move(one)});
    }
  }
  EditResult acted;
  acted.moved = std::ssize(changes.assignments);
  if (changes.assignments.empty()) return acted;
  CG_ASSIGN_OR_RETURN(acted.act, ApplyEdit(store, std::move(changes), actor));
  return acted;
}

core::Result<EditResult> Unassign(const Workspace& workspace, const model::DocumentId& document,
                                  const model::CoderId& coder) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kUnassign));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  const model::Assignment* there = Find(study, document, coder);
  if (there == nullptr) return NoAssignment(document, coder);
  model::ChangeSet changes;
  changes.action = model::EventAction::kUnassign;
  changes.assignments.push_back({*there, std::nullopt});
  EditResult acted;
  CG_ASSIGN_OR_RETURN(acted.act, ApplyEdit(store, std::move(changes), actor));
  return acted;
}

core::Result<EditResult> Submit(const Workspace& workspace, const model::DocumentId& document) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSubmit));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  const model::Assignment* there = Find(study, document, actor.person);
  if (there == nullptr) return NoAssignment(document, actor.person);
  if (there->state == model::AssignmentState::kSubmitted) {
    return core::Fail(ErrorCode::kInvalidInput, "this was submitted already; nothing was changed", document.value);
  }
  model::ChangeSet changes;
  changes.action = model::EventAction::kSubmit;
  changes.assignments.push_back({*there, *there});
  changes.assignments.front().after->state = model::AssignmentState::kSubmitted;
  changes.assignments.front().after->submitted = actor.now;
  CG_ASSIGN_OR_RETURN(const auto codings, store.CodingsOf(document));
  for (const auto& one : codings) {
    if (one.coding.coder != actor.person || one.coding.status != model::CodingStatus::kDraft) continue;
    changes.codings.push_back({one.coding, one.coding});
    changes.codings.back().after->status = model::CodingStatus::kSubmitted;
  }
  EditResult acted;
  acted.moved = std::ssize(changes.codings);
  CG_ASSIGN_OR_RETURN(acted.act, ApplyEdit(store, std::move(changes), actor));
  return acted;
}

core::Result<std::vector<AssignmentLine>> ListAssignments(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kListAssignments));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  const CodingView view(study, in.caller, in.today);
  std::map<model::DocumentId, std::string> titles;
  for (const auto& document : study.documents) titles[document.id] = document.title;
  std::vector<AssignmentLine> lines;
  for (const auto& one : study.assignments) {
    if (!view.MayRead(one.document)) continue;
    AssignmentLine line{one, titles[one.document], -1};
    if (view.SeesWorkOf(one.coder, one.document)) {
      CG_ASSIGN_OR_RETURN(const auto codings, store.CodingsOf(one.document));
      line.codings = std::ranges::count_if(
          codings, [&](const auto& coding) { return coding.coding.coder == one.coder && view.Sees(coding.coding); });
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace commonground::app
