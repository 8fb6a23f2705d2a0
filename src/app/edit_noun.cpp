// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lets a caller in to one kind of thing, and hands over to its editor (nouns/editor_of.h).

#include "app/edit_noun.h"

#include <algorithm>

#include "app/nouns/noun_editor.h"
#include "core/check.h"

namespace commonground::app {

namespace {

const NounEditor& EditorFor(model::RecordType type) {
  const auto all = NounEditors();
  const auto found = std::ranges::find_if(all, [&](const auto& one) { return one->kind.type == type; });
  CG_CHECK(found != all.end(), "the kind is one of NounKinds()");
  return **found;
}

// Whether it says nothing of a finding but how sure it is.
bool IsGrade(const FieldValues& values) {
  return !values.empty() && std::ranges::all_of(values, [](const auto& one) {
    return one.first == "concerns" || one.first == "reasons" || one.first == "confidence" || one.first == "graded_by";
  });
}

}  // namespace

std::span<const NounKind> NounKinds() {
  static const auto kKinds = [] {
    std::vector<NounKind> kinds;
    for (const auto& one : NounEditors()) kinds.push_back(one->kind);
    return kinds;
  }();
  return kKinds;
}

const NounKind& KindOf(model::RecordType type) {
  return EditorFor(type).kind;
}

core::Result<NounsShown> ListNouns(const Workspace& workspace, model::RecordType type, const NounQuery& query) {
  const NounEditor& editor = EditorFor(type);
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, editor.kind.see));
  return editor.List(in, query);
}

core::Result<NounDetails> ShowNoun(const Workspace& workspace, model::RecordType type, const std::string& id) {
  const NounEditor& editor = EditorFor(type);
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, editor.kind.see));
  return editor.Show(in, id);
}

core::Result<EditResult> AddNoun(const Workspace& workspace, model::RecordType type, const FieldValues& values,
                                 Signing signing) {
  const NounEditor& editor = EditorFor(type);
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, editor.kind.edit));
  return editor.Add(in, values, signing);
}

core::Result<EditResult> SetNoun(const Workspace& workspace, model::RecordType type,
                                 const ExpectedVersion<std::string>& which, const FieldValues& values,
                                 Signing signing) {
  const NounEditor& editor = EditorFor(type);
  const UseCase use_case =
      type == model::RecordType::kFinding && IsGrade(values) ? UseCase::kGradeFinding : editor.kind.edit;
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, use_case));
  return editor.Set(in, which, values, in.caller.role == Role::kReviewer ? Signing::kOwnName : signing);
}

core::Result<EditResult> RemoveNoun(const Workspace& workspace, model::RecordType type,
                                    const ExpectedVersion<std::string>& which) {
  const NounEditor& editor = EditorFor(type);
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, editor.kind.edit));
  return editor.Remove(in, which);
}

}  // namespace commonground::app
