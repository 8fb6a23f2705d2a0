// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Edits and removes single codings, if they are as the person saw them.

#include "app/edit_coding.h"

#include "app/expected_version.h"
#include "app/gateway/seen_in_store.h"
#include "core/hinted.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

core::Status CheckMay(const model::Coding& coding, const CodingEdit& edit, const EditContext& actor,
                      const std::string& name) {
  if (coding.coder == actor.person) return {};
  if (edit.memo) {
    return core::FailWithHint(ErrorCode::kInvalidInput,
                              "the note at a coding is written by who made it. Nothing was changed. Fix: write a memo "
                              "of your own about it",
                              name, {"add memo", {{"about", "coding"}, {"subject", name}}});
  }
  if (edit.status == model::CodingStatus::kDraft || edit.status == model::CodingStatus::kSubmitted) {
    return core::Fail(ErrorCode::kInvalidInput, "only who made a coding hands it in, or takes it back to a draft",
                      name);
  }
  return {};
}

}  // namespace

core::Result<EditResult> EditCoding(const Workspace& workspace, const ExpectedVersion<std::string>& coding,
                                    const CodingEdit& edit) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kEditCoding));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  return ActOnNow(store, actor, coding.version, [&]() -> core::Result<Prepared> {
    CG_ASSIGN_OR_RETURN(const auto codings, CodingsNamed(in, std::span(&coding.id, 1)));
    const model::Coding& now = codings.front();
    CG_RETURN_IF_ERROR(CheckMay(now, edit, actor, coding.id));
    CG_ASSIGN_OR_RETURN(const auto combined,
                        MergeEdit<model::Coding>(store, now, coding.version, [&](model::Coding& one) {
                          if (edit.status) one.status = *edit.status;
                          if (edit.memo) one.memo = *edit.memo;
                        }));
    Prepared prepared;
    prepared.acted.codings.push_back(coding.id);
    prepared.acted.kept = combined.theirs;
    prepared.acted.version = coding::VersionOf(combined.thing);
    if (combined.thing == now) return prepared;
    prepared.changes.action = edit.memo ? model::EventAction::kChange : model::EventAction::kReview;
    prepared.changes.codings.push_back({now, combined.thing});
    return prepared;
  });
}

}  // namespace commonground::app
