// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Copies a study between a file and a database, whole or not at all.

#include "app/copy_study.h"

#include "app/gateway/entry.h"
#include "app/withdrawal/carry_out.h"
#include "app/withdrawal/list_place.h"
#include "app/withdrawal/open_served.h"
#include "core/hinted.h"
#include "store/encryption.h"

namespace commonground::app {

using store::OpenMode;
using store::StudyStore;

namespace {

// A copy of an older state of the study that is there already: what was withdrawn there since goes from it before it is
// saved.  Gives that list.  Empty: it is another study, or has no list.
core::Result<std::string> KeepTheirs(const StudyStore& source, const store::StudyLocation& to, model::Study& study) {
  CG_ASSIGN_OR_RETURN(coding::WithdrawalList list, ListOf(source));
  const auto place = ListPlaceOf(to, list.StudyMark());
  if (!place) return std::string();
  CG_ASSIGN_OR_RETURN(const std::string beside, ReadList(*place));
  CG_ASSIGN_OR_RETURN(const std::string secret, source.Secret());
  const auto theirs = coding::WithdrawalList::Read(beside, secret);
  if (theirs) list.Add(*theirs);
  if (auto removed = Honour(list, study)) list.Add(*removed);
  return list.Text();
}

// The list of the copy, in it and beside it.
core::Status NoteIn(StudyStore& target, const std::string& text, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const std::string secret, target.Secret());
  CG_ASSIGN_OR_RETURN(const coding::WithdrawalList list, coding::WithdrawalList::Read(text, secret));
  if (const auto place = ListPlaceOf(target.place(), list.StudyMark())) CG_RETURN_IF_ERROR(WriteList(*place, text));
  CG_ASSIGN_OR_RETURN(const std::string within, target.Withdrawals());
  if (within == text) return {};
  CG_RETURN_IF_ERROR(CarryOut(target, {}, core::SystemClock().Now(), progress));
  return {};
}

}  // namespace

core::Result<CopyOutcome> CopyStudy(const std::string& from_location, const std::string& to_location,
                                    OnExisting if_there, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const store::StudyLocation from, store::StudyLocation::Parse(from_location));
  CG_ASSIGN_OR_RETURN(const store::StudyLocation to, store::StudyLocation::Parse(to_location));
  CopyOutcome outcome;
  CG_ASSIGN_OR_RETURN(const StudyStore source, OpenServed(from));
  std::string edition;
  CG_ASSIGN_OR_RETURN(auto there, OpenIfThere(to));
  if (there) {
    CG_ASSIGN_OR_RETURN(edition, there->Revision());
    CG_ASSIGN_OR_RETURN(const model::Study theirs, there->LoadWithoutText());
    CG_ASSIGN_OR_RETURN(const model::Study ours, source.LoadWithoutText());
    if (if_there == OnExisting::kRefuse && theirs != model::Study{} && theirs != ours) {
      return core::FailWithHint(
          core::ErrorCode::kInvalidInput,
          "target holds a different study. Nothing was copied. Fix: choose another target, or overwrite it", to.Shown(),
          {"copy", {{"from", from.Shown()}, {"to", to.Shown()}}});
    }
  }
  const bool was_there = there.has_value();
  there.reset();
  CG_ASSIGN_OR_RETURN(model::Study study, source.Load(progress));
  CG_ASSIGN_OR_RETURN(const auto files, source.ImportedFiles());
  CG_ASSIGN_OR_RETURN(const std::string list_there, KeepTheirs(source, to, study));
  if (from.is_file() && to.is_file() && !was_there) {
    CG_RETURN_IF_ERROR(store::MakeEncryptedLike(from.file(), to.file()));
  }
  CG_ASSIGN_OR_RETURN(StudyStore target, StudyStore::Open(to, OpenMode::kCreateOrWrite));
  CG_ASSIGN_OR_RETURN(outcome.saved, target.Save(study, files, progress, nullptr, was_there ? &edition : nullptr));
  CG_RETURN_IF_ERROR(target.CopyVault(source));
  CG_RETURN_IF_ERROR(target.CopySecret(source));
  CG_RETURN_IF_ERROR(NoteIn(target, list_there, progress));
  CG_ASSIGN_OR_RETURN(const auto originals, target.Originals());
  outcome.originals = originals.size();
  return outcome;
}

}  // namespace commonground::app
