// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One coding changed: its state, or the note that stands at it.
#pragma once

#include <optional>
#include <string>

#include "app/edit_result.h"
#include "app/workspace.h"

namespace commonground::app {

// What is not given stays.
struct CodingEdit {
  std::optional<model::CodingStatus> status;  // as ReviewCodings
  std::optional<std::string> memo;            // at one's own
};
// `coding`: by its name.
// Errors: NotFound: what is not there, or what this person may not see (both look the same); InvalidInput; Conflict, as
// MergeEdit; those of the store.
core::Result<EditResult> EditCoding(const Workspace& workspace, const ExpectedVersion<std::string>& coding,
                                    const CodingEdit& edit);

}  // namespace commonground::app
