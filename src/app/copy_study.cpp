// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Copies a study between a file and a database, whole or not at all.

#include "app/copy_study.h"

#include "app/gateway/entry.h"
#include "core/hinted.h"

namespace commonground::app {

using store::OpenMode;
using store::StudyStore;

core::Result<CopyOutcome> CopyStudy(const std::string& from_location, const std::string& to_location,
                                    OnExisting if_there, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const store::StudyLocation from, store::StudyLocation::Parse(from_location));
  CG_ASSIGN_OR_RETURN(const store::StudyLocation to, store::StudyLocation::Parse(to_location));
  CopyOutcome outcome;
  CG_ASSIGN_OR_RETURN(const StudyStore source, StudyStore::Open(from, OpenMode::kRead));
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
  CG_ASSIGN_OR_RETURN(const model::Study study, source.Load(progress));
  CG_ASSIGN_OR_RETURN(const auto files, source.ImportedFiles());
  CG_ASSIGN_OR_RETURN(StudyStore target, StudyStore::Open(to, OpenMode::kCreateOrWrite));
  CG_ASSIGN_OR_RETURN(outcome.saved, target.Save(study, files, progress, nullptr, was_there ? &edition : nullptr));
  CG_RETURN_IF_ERROR(target.CopyVault(source));
  CG_RETURN_IF_ERROR(target.CopySecret(source));
  CG_ASSIGN_OR_RETURN(const auto originals, target.Originals());
  outcome.originals = originals.size();
  return outcome;
}

}  // namespace commonground::app
