// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Undo and redo for a caller.

#include "app/undo_study.h"

#include "app/gateway/entry.h"

namespace commonground::app {

core::Result<model::HistoryEntry> UndoLast(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kUndo));
  return Undo(in.store, in.actor);
}

core::Result<model::HistoryEntry> RedoLast(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kRedo));
  return Redo(in.store, in.actor);
}

core::Result<NextChanges> NextUndoAndRedo(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kHistory));
  return NextUndoRedo(in.store, in.actor.person);
}

}  // namespace commonground::app
