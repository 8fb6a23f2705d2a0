// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a person changes, as they saw it, and what the change did.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coding/history/three_way_merge.h"
#include "model/change_set.h"
#include "model/history.h"
#include "model/ids.h"

namespace commonground::app {

// A thing, and the version of it that somebody saw (coding::VersionOf); empty: as it is when it is changed.
template <typename Id>
struct ExpectedVersion {
  Id id;
  std::string version;
  ExpectedVersion(Id thing, std::string seen = {}) : id(std::move(thing)), version(std::move(seen)) {}
};

// What an act did, for people.
struct EditResult {
  std::int64_t act = 0;
  model::CodeId code;                // added
  std::vector<std::string> codings;  // added or changed, by name
  std::int64_t moved = 0;            // codings that have another code now, of those that the person sees
  std::string thing;                 // the id of a noun that was added, changed or removed (edit_noun.h)
  std::string version;               // of what was edited, as it is now (coding::VersionOf)
  std::vector<std::string> kept;     // its fields that others changed since it was seen (expected_version.h)
};

// Decisions that were made, as one act.
struct Decided {
  std::int64_t act = 0;
  model::ChangeSet changes;
};

// What the next Undo and Redo would do; NotFound: nothing.
struct NextChanges {
  std::optional<model::HistoryEntry> undo;
  std::optional<model::HistoryEntry> redo;
};

}  // namespace commonground::app
