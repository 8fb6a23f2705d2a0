// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who is to code what, blind until they hand it in.
// Errors everywhere: NotFound: what is not there, or what this person may not see (both look the same); InvalidInput;
// Conflict; those of the store.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/edit_result.h"
#include "app/workspace.h"

namespace commonground::app {

// Those that have the document already keep it.
core::Result<EditResult> Assign(const Workspace& workspace, std::span<const model::DocumentId> documents,
                                std::span<const model::CoderId> coders);
core::Result<EditResult> Unassign(const Workspace& workspace, const model::DocumentId& document,
                                  const model::CoderId& coder);
// The person's own; their drafts there are handed in with it.
core::Result<EditResult> Submit(const Workspace& workspace, const model::DocumentId& document);
struct AssignmentLine {
  model::Assignment assignment;
  std::string title;
  std::int64_t codings = 0;  // of this coder; -1: not to be seen yet
};
core::Result<std::vector<AssignmentLine>> ListAssignments(const Workspace& workspace);

}  // namespace commonground::app
