// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a person did last, taken back and done again.
#pragma once

#include "app/edit_result.h"
#include "app/workspace.h"
#include "model/history.h"

namespace commonground::app {

// Takes back what the caller did last and has not taken back; or does again what they took back last.  Gives the act as
// the caller sees it.
// Errors: NotFound: there is nothing; Conflict: something was changed since (it is named).
core::Result<model::HistoryEntry> UndoLast(const Workspace& workspace);
core::Result<model::HistoryEntry> RedoLast(const Workspace& workspace);

// What the next of them would do.
core::Result<NextChanges> NextUndoAndRedo(const Workspace& workspace);

}  // namespace commonground::app
