// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads what report_study.cpp keeps.

#include "app/editions.h"

#include "app/gateway/entry.h"

namespace commonground::app {

core::Result<std::vector<model::EditionRecord>> ListEditions(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSeeEditions));
  return in.store.Editions();
}

}  // namespace commonground::app
