// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Shows and edits the codebook of a stored study.

#include "app/codebook_study.h"

#include <algorithm>
#include <map>

#include "app/expected_version.h"
#include "app/gateway/coding_view.h"
#include "app/gateway/seen_in_store.h"
#include "coding/codebook/colours.h"
#include "core/hinted.h"
#include "model/guids.h"
#include "rules/edit.h"

namespace commonground::app {

namespace {

core::Result<EditResult> Do(const Entered& in, core::Result<model::ChangeSet> changes) {
  if (!changes) return core::Fail(std::move(changes).error());
  EditResult acted;
  if (!changes->codings.empty()) {
    CG_ASSIGN_OR_RETURN(const model::Study study, in.store.LoadWithoutText());
    const CodingView view(study, in.caller, in.today);
    acted.moved = std::ranges::count_if(changes->codings, [&](const auto& change) {
      return change.before && change.after && view.Sees(*change.before);
    });
  }
  for (const auto& change : changes->codes) {
    if (!change.before) acted.code = change.after->id;
  }
  CG_ASSIGN_OR_RETURN(acted.act, ApplyEdit(in.store, std::move(*changes), in.actor));
  return acted;
}

// What is wanted of a code, and the change that brings it about in the codebook as it is.
struct CodeChange {
  std::function<void(model::Code&)> edit;
  std::function<core::Result<model::ChangeSet>(const std::vector<model::Code>& codebook, const model::Code& wanted)>
      make;
  enum class Of { kFields, kPlace } of = Of::kFields;  // a place can change where no field does
};

// A code of another kind may be one that partners have as their sector.
core::Status CheckKind(const store::StudyStore& store, const model::Code& code) {
  CG_ASSIGN_OR_RETURN(const model::Study study, store.LoadWithoutText());
  const auto there = std::ranges::find(study.codebook, code.id, &model::Code::id);
  if (there == study.codebook.end()) return {};  // taken out meanwhile: the act says so
  return rules::Accepted(rules::CheckValue(study, code, static_cast<std::size_t>(there - study.codebook.begin())));
}

core::Result<Prepared> Prepare(const store::StudyStore& store, const ExpectedVersion<model::CodeId>& seen,
                               const CodeChange& change) {
  CG_ASSIGN_OR_RETURN(const auto codebook, store.Codebook());
  const auto now = std::ranges::find(codebook, seen.id, &model::Code::id);
  Prepared prepared;
  if (now == codebook.end()) {  // `make` says so
    CG_ASSIGN_OR_RETURN(prepared.changes, change.make(codebook, {}));
    return prepared;
  }
  CG_ASSIGN_OR_RETURN(const auto combined, MergeEdit(store, *now, seen.version, change.edit));
  prepared.acted.kept = combined.theirs;
  prepared.acted.version = coding::VersionOf(combined.thing);
  if (!seen.version.empty() && combined.thing == *now && change.of == CodeChange::Of::kFields) return prepared;
  CG_ASSIGN_OR_RETURN(prepared.changes, change.make(codebook, combined.thing));
  if (combined.thing.kind != now->kind) CG_RETURN_IF_ERROR(CheckKind(store, combined.thing));
  if (prepared.changes.codes.front().after == combined.thing) return prepared;
  return core::FailWithHint(
      core::ErrorCode::kConflict,
      "this code was changed by somebody else since you saw it, in a way that yours does not go with. Nothing was "
      "changed. Fix: look at it as it is now, and if yours is still right, do it again on that",
      seen.id.value, {"on version", {{"version", coding::VersionOf(*now)}}});
}

core::Result<EditResult> DoSeen(store::StudyStore& store, const ExpectedVersion<model::CodeId>& seen,
                                const EditContext& actor, const CodeChange& change) {
  return ActOnNow(store, actor, seen.version, [&] { return Prepare(store, seen, change); });
}

std::vector<model::Coding> Bare(std::vector<store::StoredCoding> stored) {
  std::vector<model::Coding> codings;
  codings.reserve(stored.size());
  for (auto& one : stored) codings.push_back(std::move(one.coding));
  return codings;
}

}  // namespace

core::Result<std::vector<CodeLine>> CodeTree(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kCodeTree));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const auto codebook, store.Codebook());
  CG_ASSIGN_OR_RETURN(auto memos, store.Memos());
  CG_ASSIGN_OR_RETURN(const auto counts, store.CountSeen([&](const model::Study& study) {
    const CodingView view(study, in.caller, in.today);
    std::erase_if(memos, [&](const model::Memo& memo) { return !view.Sees(memo); });
    return view.Hidden();
  }));
  std::map<model::CodeId, CodeLine> lines;
  std::map<std::optional<model::CodeId>, std::vector<const model::Code*>> children;
  for (const auto& code : codebook) {
    children[code.parent].push_back(&code);
    lines[code.id] = {code, 0, coding::ColourOf(codebook, code), 0, 0, 0};
  }
  for (const auto& count : counts) {
    if (lines.contains(count.code)) lines[count.code].own = count.codings;
  }
  for (const auto& memo : memos) {
    const model::CodeId code(memo.subject);
    if (memo.about == model::MemoSubject::kCode && lines.contains(code)) ++lines[code].memos;
  }
  // Depth first with a list of what is still to come; counts are added up on the way back.
  std::vector<model::CodeId> order;
  std::vector<std::pair<const model::Code*, int>> open;
  const auto push = [&](const std::optional<model::CodeId>& parent, int depth) {
    auto& below = children[parent];
    for (auto code = below.rbegin(); code != below.rend(); ++code) open.emplace_back(*code, depth);
  };
  push(std::nullopt, 0);
  while (!open.empty()) {
    const auto [code, depth] = open.back();
    open.pop_back();
    order.push_back(code->id);
    lines[code->id].depth = depth;
    push(code->id, depth + 1);
  }
  for (auto id = order.rbegin(); id != order.rend(); ++id) {
    CodeLine& line = lines[*id];
    line.with_below += line.own;
    if (line.code.parent) lines[*line.code.parent].with_below += line.with_below;
  }
  std::vector<CodeLine> tree;
  tree.reserve(order.size());
  for (const auto& id : order) tree.push_back(lines[id]);
  return tree;
}

core::Result<EditResult> AddCode(const Workspace& workspace, model::Code code) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kAddCode));
  store::StudyStore& store = in.store;
  const auto add = [&](model::Code one) -> core::Result<EditResult> {
    CG_ASSIGN_OR_RETURN(const auto codebook, store.Codebook());
    if (one.id.empty()) one.id = coding::NextCodeId(codebook, one.parent);
    return Do(in, coding::AddCode(codebook, one));
  };
  return code.id.empty() ? WithNextId([&] { return add(code); }) : add(code);
}

core::Result<EditResult> EditCode(const Workspace& workspace, const ExpectedVersion<model::CodeId>& code,
                                  const coding::CodeEdit& edit) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kEditCode));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  const auto make = [&](const auto& codebook, const model::Code& wanted) {
    return coding::EditCode(
        codebook, code.id,
        {wanted.label, wanted.definition, wanted.include, wanted.exclude, wanted.colour, wanted.kind});
  };
  return DoSeen(store, code, actor, {[&](model::Code& one) { coding::Apply(edit, one); }, make});
}

core::Result<EditResult> MoveCode(const Workspace& workspace, const ExpectedVersion<model::CodeId>& code,
                                  const coding::CodeMove& move) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kMoveCode));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  const auto make = [&](const auto& codebook, const model::Code& wanted) {
    return coding::MoveCode(codebook, code.id, {wanted.parent, move.before});
  };
  return DoSeen(store, code, actor,
                {[&](model::Code& one) { one.parent = move.parent; }, make, CodeChange::Of::kPlace});
}

core::Result<EditResult> MergeCodes(const Workspace& workspace, const model::CodeId& from, const model::CodeId& into) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kMergeCodes));
  store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const auto codebook, store.Codebook());
  CG_ASSIGN_OR_RETURN(auto of_both, store.CodingsWith(from));
  CG_ASSIGN_OR_RETURN(auto of_into, store.CodingsWith(into));
  of_both.insert(of_both.end(), of_into.begin(), of_into.end());
  const auto codings = Bare(std::move(of_both));
  return Do(in, coding::MergeCodes(codebook, from, into, codings));
}

core::Result<EditResult> SplitCode(const Workspace& workspace, const model::CodeId& id, model::Code part,
                                   std::span<const std::string> codings) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSplitCode));
  store::StudyStore& store = in.store;
  const auto split = [&](model::Code one) -> core::Result<EditResult> {
    CG_ASSIGN_OR_RETURN(const auto codebook, store.Codebook());
    CG_ASSIGN_OR_RETURN(const auto moved, CodingsNamed(in, codings));
    if (one.id.empty()) {
      const auto whole = std::ranges::find(codebook, id, &model::Code::id);
      one.id = coding::NextCodeId(codebook, whole == codebook.end() ? std::nullopt : whole->parent);
    }
    return Do(in, coding::SplitCode(codebook, id, one, moved));
  };
  return part.id.empty() ? WithNextId([&] { return split(part); }) : split(part);
}

core::Result<EditResult> RetireCode(const Workspace& workspace, const ExpectedVersion<model::CodeId>& code) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kRetireCode));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  return DoSeen(store, code, actor,
                {[](model::Code& one) { one.retired = true; },
                 [&](const auto& codebook, const model::Code&) { return coding::RetireCode(codebook, code.id); }});
}

core::Result<EditResult> RestoreCode(const Workspace& workspace, const ExpectedVersion<model::CodeId>& code) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kRestoreCode));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  const auto edit = [](model::Code& one) {
    one.retired = false;
    one.merged_into.reset();
  };
  return DoSeen(store, code, actor, {edit, [&](const auto& codebook, const model::Code&) {
                                       return coding::RestoreCode(codebook, code.id);
                                     }});
}

}  // namespace commonground::app
