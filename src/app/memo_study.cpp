// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Adds and finds memos, of what a person may read.

#include "app/memo_study.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "app/expected_version.h"
#include "app/gateway/coding_view.h"
#include "app/gateway/seen_in_store.h"
#include "core/guid.h"
#include "model/guids.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

icu::UnicodeString Folded(const std::string& text) {
  return icu::UnicodeString::fromUTF8(text).foldCase();
}

core::Status CheckSubject(const model::Study& study, const CodingView& view, model::Memo& memo) {
  const auto missing = [&](const char* what) {
    return core::Fail(ErrorCode::kNotFound, std::string("there is no ") + what + " of this name. Nothing was changed",
                      memo.subject);
  };
  switch (memo.about) {
    case model::MemoSubject::kStudy:
      memo.subject.clear();
      break;
    case model::MemoSubject::kCase:
      if (std::ranges::find(study.cases, model::OrganisationId(memo.subject), &model::CaseStudy::organisation) ==
              study.cases.end() ||
          !view.MayReadCase(model::OrganisationId(memo.subject))) {
        return missing("case study");
      }
      break;
    case model::MemoSubject::kDocument:
      if (!view.MayRead(model::DocumentId(memo.subject))) return missing("document");
      memo.document = model::DocumentId(memo.subject);
      break;
    case model::MemoSubject::kCode:
      if (std::ranges::find(study.codebook, model::CodeId(memo.subject), &model::Code::id) == study.codebook.end()) {
        return missing("code");
      }
      break;
    case model::MemoSubject::kCoding:
      break;
  }
  return {};
}

// The codings that this person sees in the documents of notes about codings.
core::Result<std::set<std::string>> IdsSeen(const store::StudyStore& store, const CodingView& view,
                                            const std::vector<model::Memo>& memos) {
  std::set<model::DocumentId> documents;
  for (const auto& memo : memos) {
    if (memo.about == model::MemoSubject::kCoding && memo.document && view.Sees(memo)) documents.insert(*memo.document);
  }
  std::set<std::string> seen;
  for (const auto& document : documents) {
    CG_ASSIGN_OR_RETURN(const auto codings, CodingsSeen(store, view, document));
    for (const auto& one : codings) seen.insert(one.id.value);
  }
  return seen;
}

}  // namespace

core::Result<std::vector<model::Memo>> MemosSeen(const Entered& in, const model::Study& study, const std::string& words,
                                                 std::optional<model::MemoKind> kind) {
  const store::StudyStore& store = in.store;
  const model::CoderId& person = in.actor.person;
  CG_ASSIGN_OR_RETURN(auto memos, store.Memos());
  const CodingView view(study, in.caller, in.today);
  CG_ASSIGN_OR_RETURN(const auto codings, IdsSeen(store, view, memos));
  std::vector<icu::UnicodeString> wanted;
  std::istringstream stream(words);
  for (std::string word; stream >> word;) wanted.push_back(Folded(word));
  std::erase_if(memos, [&](const model::Memo& memo) {
    if (!view.Sees(memo) || (kind && memo.kind != *kind)) return true;
    // A draft is seen by who made it, and so is what is said about it; of a coding that is gone the note is its
    // author's.
    if (memo.about == model::MemoSubject::kCoding && memo.coder != person && !codings.contains(memo.subject)) {
      return true;
    }
    const icu::UnicodeString text = Folded(memo.text);
    return !std::ranges::all_of(wanted, [&](const icu::UnicodeString& word) { return text.indexOf(word) >= 0; });
  });
  return memos;
}

namespace {

// One's own, by the first letters of its id.
core::Result<model::Memo> OwnMemo(const Entered& in, const std::string& id) {
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  CG_ASSIGN_OR_RETURN(const auto memos, MemosSeen(in, *small, {}, std::nullopt));
  const model::Memo* found = nullptr;
  for (const auto& memo : memos) {
    if (id.empty() || !memo.id.value.starts_with(id)) continue;
    if (found != nullptr) {
      return core::Fail(ErrorCode::kInvalidInput, "ambiguous memo id. Fix: write more characters of it", id);
    }
    found = &memo;
  }
  if (found == nullptr) return core::Fail(ErrorCode::kNotFound, "memo not found. Nothing was changed", id);
  if (found->coder != in.actor.person) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "only " + found->coder.value + " can change this memo. Nothing was changed", id);
  }
  return *found;
}

}  // namespace

core::Result<EditResult> AddMemo(const Workspace& workspace, const MemoRequest& request) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kAddMemo));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  const CodingView view(study, in.caller, in.today);
  model::Memo memo;
  memo.id = request.id.value_or(model::MemoId(core::NewGuid()));
  memo.kind = request.kind;
  memo.about = request.about;
  memo.subject = request.subject;
  memo.coder = actor.person;
  memo.at = actor.now;
  memo.text = request.text;
  if (memo.text.find_first_not_of(" \t\n") == std::string::npos)
    return core::Fail(ErrorCode::kInvalidInput, "the memo is empty. Nothing was changed. Fix: write its text");
  CG_RETURN_IF_ERROR(CheckSubject(study, view, memo));
  model::ChangeSet changes;
  changes.action = model::EventAction::kMemo;
  if (memo.about == model::MemoSubject::kCoding) {
    CG_ASSIGN_OR_RETURN(const auto codings, CodingsNamed(in, std::span(&request.subject, 1)));
    memo.subject = codings.front().id.value;
    memo.document = codings.front().document;
  }
  changes.memos.push_back({std::nullopt, std::move(memo)});
  EditResult acted;
  CG_ASSIGN_OR_RETURN(acted.act, ApplyEdit(store, std::move(changes), actor));
  return acted;
}

core::Result<EditResult> RewriteMemo(const Workspace& workspace, const ExpectedVersion<std::string>& memo,
                                     const std::string& text) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kRewriteMemo));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  if (text.find_first_not_of(" \t\n") == std::string::npos)
    return core::Fail(ErrorCode::kInvalidInput, "the memo is empty. Nothing was changed. Fix: write its text");
  return ActOnNow(store, actor, memo.version, [&]() -> core::Result<Prepared> {
    CG_ASSIGN_OR_RETURN(const auto now, OwnMemo(in, memo.id));
    CG_ASSIGN_OR_RETURN(const auto combined,
                        MergeEdit<model::Memo>(store, now, memo.version, [&](model::Memo& one) { one.text = text; }));
    Prepared prepared;
    prepared.acted.kept = combined.theirs;
    prepared.acted.version = coding::VersionOf(combined.thing);
    prepared.changes.action = model::EventAction::kMemo;
    if (combined.thing != now) prepared.changes.memos.push_back({now, combined.thing});
    return prepared;
  });
}

core::Result<EditResult> RemoveMemo(const Workspace& workspace, const ExpectedVersion<std::string>& memo) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kRemoveMemo));
  store::StudyStore& store = in.store;
  const EditContext& actor = in.actor;
  return ActOnNow(store, actor, memo.version, [&]() -> core::Result<Prepared> {
    CG_ASSIGN_OR_RETURN(const auto now, OwnMemo(in, memo.id));
    CG_RETURN_IF_ERROR(RemoveIfUnchanged(store, now, memo.version));
    Prepared prepared;
    prepared.changes.action = model::EventAction::kMemo;
    prepared.changes.memos.push_back({now, std::nullopt});
    return prepared;
  });
}

core::Result<std::vector<model::Memo>> FindMemos(const Workspace& workspace, const std::string& words,
                                                 std::optional<model::MemoKind> kind) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kFindMemos));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  return MemosSeen(in, *small, words, kind);
}

}  // namespace commonground::app
