// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a study says of itself: its title, language, frame, definitions and thresholds; looked at and changed as one
// row.
//
//   ShowSettings(workspace)->cells                                      // {"title", "What works"}, ...
//   SetSettings(workspace, "77aa01c3", {{"title", "What works, 2027"}})
#pragma once

#include <string>
#include <vector>

#include "app/edit_noun.h"

namespace commonground::app {

struct SettingsShown {
  std::string version;
  FieldValues cells;  // all of them, those that say nothing too; named and written as settings_fields.cpp has it
};

std::vector<NounField> SettingsFieldNames();

// Errors: Forbidden, and the store's.
core::Result<SettingsShown> ShowSettings(const Workspace& workspace);

// Fields that are not named stay; a blank one gets what it has in a new study.  One act, which is undone as any other.
// A definition that comes with the program becomes part of the study when it is named, as at an import.
// EditResult::act is 0 if all is so already.  `seen`: the version that was looked at; empty: whatever is there.
// Errors: Forbidden; InvalidInput, Error::about names the field; Conflict: not as it was seen.
core::Result<EditResult> SetSettings(const Workspace& workspace, const std::string& seen, const FieldValues& values);

}  // namespace commonground::app
