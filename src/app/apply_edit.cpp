// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Applies one change of one person: checks what they saw, writes it with its history entry, tries again if it must.

#include "app/apply_edit.h"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <set>
#include <thread>

#include "coding/history/record.h"
#include "coding/history/undo.h"
#include "core/hinted.h"
#include "model/guids.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

constexpr std::size_t kFewCodes = 8;    // whose codings are looked up one by one; of more, all codings are read at once
constexpr std::size_t kFirstLook = 64;  // acts; more are looked at when these do not tell

bool IsEmpty(const model::ChangeSet& changes) {
  return changes.codes.empty() && changes.codings.empty() && changes.memos.empty() && changes.assignments.empty() &&
         changes.adjudications.empty() && changes.decisions.empty() && changes.facts.empty() && !changes.settings;
}

// The newest acts of a person, as many as are needed for `find` to give one.
template <typename Find>
core::Result<std::optional<model::HistoryEntry>> Look(const store::StudyStore& store, const model::CoderId& person,
                                                      Find find) {
  for (std::size_t most = kFirstLook;; most *= 8) {
    CG_ASSIGN_OR_RETURN(const auto acts, store.HistoryEntries(person, most));
    if (const auto number = find(acts))
      return std::optional(*std::ranges::find(acts, *number, &model::HistoryEntry::number));
    if (acts.size() < most) return std::optional<model::HistoryEntry>();
  }
}

// All that the events of an act touch, as it is now.
core::Result<coding::Now> NowOf(const store::StudyStore& store, const std::vector<model::Event>& events,
                                coding::Versions& versions) {
  coding::Now now;
  CG_ASSIGN_OR_RETURN(now.facts, store.LoadWithoutText());
  const model::Study& study = now.facts;
  CG_ASSIGN_OR_RETURN(now.memos, store.Memos());
  now.codebook = study.codebook;
  now.assignments = study.assignments;
  now.adjudications = study.adjudications;
  now.decisions = study.decisions;
  std::set<model::CodeId> codes;
  std::set<model::DocumentId> of_events;
  for (const auto& event : events) {
    if (event.record_type == model::RecordType::kCode) codes.insert(model::CodeId(event.subject));
    if (event.record_type == model::RecordType::kCoding && event.document) of_events.insert(*event.document);
  }
  const std::vector<model::DocumentId> documents(of_events.begin(), of_events.end());
  if (codes.size() > kFewCodes) {
    core::NoProgress silent;
    CG_ASSIGN_OR_RETURN(model::Study whole, store.Load(silent));
    now.codings = std::move(whole.codings);
  } else {
    for (const auto& document : documents) {
      CG_ASSIGN_OR_RETURN(const auto codings, store.CodingsOf(document));
      for (const auto& one : codings) now.codings.push_back(one.coding);
    }
    for (const auto& code : codes) {
      CG_ASSIGN_OR_RETURN(const auto with_code, store.CodingsWith(code));
      for (const auto& one : with_code) now.codings.push_back(one.coding);
    }
  }
  CG_ASSIGN_OR_RETURN(now.documents, store.LoadTexts(documents));
  for (auto& document : now.documents) {
    const auto about = std::ranges::find(study.documents, document.id, &model::Document::id);
    if (about != study.documents.end()) document.version = about->version;
    versions[document.id] = document.version;
  }
  CG_ASSIGN_OR_RETURN(now.old_versions, store.OldVersionsOf(documents));
  CG_ASSIGN_OR_RETURN(now.history_texts, store.HistoryTexts(coding::HistoryTextsNamedBy(events)));
  return now;
}

// As they were seen; the newest ones, where whoever made the changes did not say.
core::Result<coding::Versions> VersionsOf(const store::StudyStore& store, const model::ChangeSet& changes) {
  coding::Versions versions = changes.versions;
  const bool all_said = std::ranges::all_of(changes.codings, [&](const auto& change) {
    return versions.contains((change.before ? *change.before : *change.after).document);
  });
  if (all_said) return versions;
  CG_ASSIGN_OR_RETURN(const model::Study study, store.LoadWithoutText());
  for (const auto& document : study.documents) versions.try_emplace(document.id, document.version);
  return versions;
}

core::Status CheckPerson(const model::CoderId& person) {
  if (model::IsValidId(person.value)) return {};
  return core::FailWithHint(ErrorCode::kInvalidInput,
                            "coder id is required: letters, digits, '.', '_' and '-', a pseudonym and never a real "
                            "name. Nothing was changed",
                            person.value, {"say who acts", {}});
}

core::Result<model::HistoryEntry> TakeBack(store::StudyStore& store, const EditContext& actor,
                                           const model::HistoryEntry& act, model::EventAction action) {
  coding::Versions versions;
  const auto invert = [&]() -> core::Result<model::ChangeSet> {
    CG_ASSIGN_OR_RETURN(const auto events, store.EventsOf(act.number));
    CG_ASSIGN_OR_RETURN(const auto now, NowOf(store, events, versions));
    return coding::Inverse(events, now);
  };
  CG_ASSIGN_OR_RETURN(auto inverse, store.Read(invert));
  inverse.versions = versions;
  inverse.action = action;
  inverse.person = actor.person;
  inverse.at = actor.now;
  inverse.stamp = actor.stamp;
  inverse.undoes = act.number;
  CG_RETURN_IF_ERROR(store.Apply(inverse, coding::Record(inverse, versions)));
  return act;
}

}  // namespace

core::Result<EditResult> WithNextId(const std::function<core::Result<EditResult>()>& act) {
  constexpr int kMaxTries = 50;
  std::minstd_rand pause(static_cast<unsigned>(getpid()));  // so that those who met do not meet again
  for (int tried = 1;; ++tried) {
    auto acted = act();
    if (acted || acted.error().code != ErrorCode::kConflict || tried == kMaxTries) return acted;
    std::this_thread::sleep_for(std::chrono::milliseconds(pause() % static_cast<unsigned>(5 * tried)));
  }
}

core::Result<std::int64_t> ApplyEdit(store::StudyStore& store, model::ChangeSet changes, const EditContext& actor) {
  CG_RETURN_IF_ERROR(CheckPerson(actor.person));
  if (IsEmpty(changes)) {
    return core::Fail(ErrorCode::kInvalidInput, "nothing would change, so nothing was done");
  }
  changes.person = actor.person;
  changes.at = actor.now;
  changes.stamp = actor.stamp;
  CG_ASSIGN_OR_RETURN(const auto versions, VersionsOf(store, changes));
  return store.Apply(changes, coding::Record(changes, versions));
}

core::Result<NextChanges> NextUndoRedo(const store::StudyStore& store, const model::CoderId& person) {
  NextChanges next;
  CG_ASSIGN_OR_RETURN(next.undo, Look(store, person, [](const auto& acts) { return coding::NextToUndo(acts); }));
  CG_ASSIGN_OR_RETURN(next.redo, Look(store, person, [](const auto& acts) { return coding::NextToRedo(acts); }));
  // What would be done again is the act that was taken back.
  if (next.redo) {
    const std::int64_t undone = next.redo->undoes;
    CG_ASSIGN_OR_RETURN(const auto act, Look(store, person, [&](const auto& acts) {
                          const auto found = std::ranges::find(acts, undone, &model::HistoryEntry::number);
                          return found == acts.end() ? std::nullopt : std::optional(undone);
                        }));
    if (act) {
      const std::int64_t undo = next.redo->number;
      next.redo = act;
      next.redo->undoes = undo;
    }
  }
  return next;
}

core::Result<model::HistoryEntry> Undo(store::StudyStore& store, const EditContext& actor) {
  CG_RETURN_IF_ERROR(CheckPerson(actor.person));
  CG_ASSIGN_OR_RETURN(const auto next, NextUndoRedo(store, actor.person));
  if (!next.undo) {
    return core::Fail(ErrorCode::kNotFound, "nothing to undo for " + actor.person.value + "", actor.person.value);
  }
  return TakeBack(store, actor, *next.undo, model::EventAction::kUndo);
}

core::Result<model::HistoryEntry> Redo(store::StudyStore& store, const EditContext& actor) {
  CG_RETURN_IF_ERROR(CheckPerson(actor.person));
  CG_ASSIGN_OR_RETURN(const auto next, NextUndoRedo(store, actor.person));
  if (!next.redo) {
    return core::Fail(ErrorCode::kNotFound,
                      "nothing to redo for " + actor.person.value + ": their last change was not undone",
                      actor.person.value);
  }
  model::HistoryEntry undo = *next.redo;
  undo.number = next.redo->undoes;
  CG_RETURN_IF_ERROR(TakeBack(store, actor, undo, model::EventAction::kRedo));
  return *next.redo;
}

}  // namespace commonground::app
