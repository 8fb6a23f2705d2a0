// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The one way in which a person changes a study bit by bit: an act, which goes into the history and can be taken back.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/edit_result.h"
#include "core/moment.h"
#include "core/result.h"
#include "model/change_set.h"
#include "store/study_store.h"

namespace commonground::app {

// Who acts, and when.
struct EditContext {
  model::CoderId person;
  core::Moment now;
  std::string stamp = {};  // of the study that it is about (StudyStore::ChangeStamp); empty: as it is by now
};

// An act that gives something new the next free id, done anew, with the id after that, while somebody else takes it
// first: so that any number of people add codes at once.  `act` reads what is there each time it is called.
// Errors: those of `act`; Conflict only after 50 times.
core::Result<EditResult> WithNextId(const std::function<core::Result<EditResult>()>& act);

// Puts who and when into the change set, applies it and records it.  Gives the act's number.
// Errors: as StudyStore::Apply; InvalidInput: the person's name is not an id, or nothing would change.
core::Result<std::int64_t> ApplyEdit(store::StudyStore& store, model::ChangeSet changes, const EditContext& actor);

// Takes back what this person did last and has not taken back; or does again what they took back last.
// Errors: NotFound: there is nothing; Conflict: something was changed since (it is named).
core::Result<model::HistoryEntry> Undo(store::StudyStore& store, const EditContext& actor);
core::Result<model::HistoryEntry> Redo(store::StudyStore& store, const EditContext& actor);

// What the next Undo and Redo would do.
core::Result<NextChanges> NextUndoRedo(const store::StudyStore& store, const model::CoderId& person);

}  // namespace commonground::app
