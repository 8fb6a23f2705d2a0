// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// An edit by somebody who saw an older version of a thing: it is put together with what others did since
// (coding/history/three_way_merge.h), or refused with both shown.  Nobody's change is lost.
#pragma once

#include <functional>
#include <string>

#include "app/apply_edit.h"
#include "coding/history/three_way_merge.h"

namespace commonground::app {

// What `edit` makes of the version that was seen, put together with `now`.
// Errors: Conflict: a field that the edit changes was changed to something else since (the message has what was seen,
// what is there by whom, what was wanted, and the version to go on from); or the history does not know the version.
// Cost: that of `edit` if nobody changed the thing since, else linear in the history.
template <typename Thing>
core::Result<coding::MergeResult<Thing>> MergeEdit(const store::StudyStore& store, const Thing& now,
                                                   const std::string& version, const std::function<void(Thing&)>& edit);

// A note is taken out only as it was seen.  Errors: as MergeEdit.
core::Status RemoveIfUnchanged(const store::StudyStore& store, const model::Memo& now, const std::string& version);

// What is to be done to what is there now.  No changes: all is so already, and EditResult::act stays 0.
struct Prepared {
  model::ChangeSet changes;
  EditResult acted;
};
// Prepares and acts.  With a version, when somebody comes between, it is prepared again, a few times.
core::Result<EditResult> ActOnNow(store::StudyStore& store, const EditContext& actor, const std::string& version,
                                  const std::function<core::Result<Prepared>()>& prepare);

}  // namespace commonground::app
