// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens a study, and once more if something had to be carried out first.
#include "app/withdrawal/open_served.h"

#include <optional>

#include "app/withdrawal/carry_out.h"

namespace commonground::app {

core::Result<store::StudyStore> OpenServed(const store::StudyLocation& place, const core::Clock& clock) {
  {
    auto store = store::StudyStore::Open(place, store::OpenMode::kRead);
    if (!store) return store;
    CG_ASSIGN_OR_RETURN(const bool behind, IsBehindItsList(*store));
    if (!behind) return store;
  }
  core::NoProgress silent;
  CG_RETURN_IF_ERROR(CompleteWithdrawals(place, clock, silent));
  return store::StudyStore::Open(place, store::OpenMode::kRead);
}

}  // namespace commonground::app
