// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two people change one code, coding or note at once: the version that one of them saw is looked up in the history, and
// what both want is put together field by field.  Pure: nothing is read or saved here.
//
// Fields are those that the history keeps (things.h), under the names that it gives them.  The place of a code among
// its siblings and that of a coding in its text are not among them: an import moves the one, and nobody edits the
// other.
//
// Requires everywhere: things of one id.  Threads: any.  Cost: linear in the texts and events given.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/change_set.h"

namespace commonground::coding {

// Eight hex digits that follow from what the thing says: whoever says the same has the same version, however it came
// about, also by an import, which is no act.  Shown to people and kept by them: must not change.
std::string VersionOf(const model::Code& code);
std::string VersionOf(const model::Coding& coding);
std::string VersionOf(const model::Memo& memo);

// A field that both changed, and not to the same.  Texts as they are, words and ids otherwise; empty: nothing.
struct FieldConflict {
  std::string field;
  std::string seen;
  std::string theirs;
  std::string yours;
  friend bool operator==(const FieldConflict&, const FieldConflict&) = default;
};

// A field that one side changed, or both to the same, is taken; no change of anybody is left out silently: it is in
// `thing`, or in `conflicts`, where `thing` has theirs.
template <typename Thing>
struct MergeResult {
  Thing thing;
  std::vector<std::string> theirs;  // fields that they changed and you did not
  std::vector<FieldConflict> conflicts;
};
MergeResult<model::Code> Combine(const model::Code& seen, const model::Code& theirs, const model::Code& yours);
MergeResult<model::Coding> Combine(const model::Coding& seen, const model::Coding& theirs, const model::Coding& yours);
MergeResult<model::Memo> Combine(const model::Memo& seen, const model::Memo& theirs, const model::Memo& yours);

// Who changed a field last since a version.  Nobody: an import of the study did.
struct FieldChange {
  std::optional<model::CoderId> person;
  core::Moment at;
};
template <typename Thing>
struct LookedUp {
  std::optional<Thing> seen;                   // none: the history does not know this version,
  bool is_erased = false;                      // or had texts whose document was taken out, or its consent withdrawn
  std::map<std::string, FieldChange> changed;  // since then, by field
};
// `events`: all about the thing, the oldest first.  `wordings`: those that they name and that are still there.
// A state that came back counts as when it was there last.
LookedUp<model::Code> LookUp(const std::string& version, const model::Code& now, std::span<const model::Event> events,
                             std::span<const model::HistoryText> history_texts);
LookedUp<model::Coding> LookUp(const std::string& version, const model::Coding& now,
                               std::span<const model::Event> events, std::span<const model::HistoryText> history_texts);
LookedUp<model::Memo> LookUp(const std::string& version, const model::Memo& now, std::span<const model::Event> events,
                             std::span<const model::HistoryText> history_texts);

}  // namespace commonground::coding
