// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The only way from a workspace to what is stored: by the name of a use case, if the caller may ask for it.  For app
// alone; no door sees this header (cmake/layering.cmake).
#pragma once

#include "app/apply_edit.h"
#include "app/gateway/small_study.h"
#include "app/use_case.h"
#include "app/workspace.h"
#include "store/study_store.h"

namespace commonground::app {

// What a use case works with.
struct Entered {
  store::StudyStore& store;  // opened for writing where the use case writes
  const Caller& caller;
  EditContext actor;  // the caller's person, and now
  core::Date today;
  SmallStudy& kept;

  // What is small of the study, as it is now (small_study.h).
  core::Result<std::shared_ptr<const model::Study>> Small() const { return kept.Of(store); }
  // The same within StudyStore::Read.
  core::Result<std::shared_ptr<const model::Study>> SmallWithin() const { return kept.Within(store); }
};

class Entry {
 public:
  // Errors: InvalidInput: the role may not, or the workspace was opened for something else; those of opening the study
  // for writing.
  static core::Result<Entered> Enter(const Workspace& workspace, UseCase use_case);

  // A workspace over a store that is open already, and that lives longer: for whoever opened it within app.
  static Workspace Over(store::StudyStore& store, Caller caller, Purpose purpose, const core::Clock& clock);
  // The same over one that was opened from `place` for reading.
  static Workspace Over(store::StudyLocation place, store::StudyStore store, Caller caller, Purpose purpose,
                        const core::Clock& clock);
};

inline core::Result<Entered> Enter(const Workspace& workspace, UseCase use_case) {
  return Entry::Enter(workspace, use_case);
}

// What a place holds, if it holds anything: nothing, when it is not there or no study was ever saved to it.
core::Result<std::optional<store::StudyStore>> OpenIfThere(const store::StudyLocation& place);

}  // namespace commonground::app
