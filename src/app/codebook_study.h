// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Changes to the codebook of a study, each one act, and the codebook with its counts.
// Errors everywhere: NotFound: what is not there, or what this person may not see (both look the same); InvalidInput;
// Conflict; those of the store.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/edit_result.h"
#include "app/workspace.h"
#include "coding/codebook/edits.h"

namespace commonground::app {

struct CodeLine {
  model::Code code;
  int depth = 0;
  std::string colour;
  std::int64_t own = 0;         // codings with this code
  std::int64_t with_below = 0;  // and with the codes below it
  std::int64_t memos = 0;
};
// Depth first, in the order of the codebook.
// Only codings that this person may see are counted (coding_view.h), not even as a number.
core::Result<std::vector<CodeLine>> CodeTree(const Workspace& workspace);

// An empty id: the next free one.
core::Result<EditResult> AddCode(const Workspace& workspace, model::Code code);
core::Result<EditResult> EditCode(const Workspace& workspace, const ExpectedVersion<model::CodeId>& code,
                                  const coding::CodeEdit& edit);
core::Result<EditResult> MoveCode(const Workspace& workspace, const ExpectedVersion<model::CodeId>& code,
                                  const coding::CodeMove& move);
core::Result<EditResult> MergeCodes(const Workspace& workspace, const model::CodeId& from, const model::CodeId& into);
// `codings`: the names of those that move to the new code.
core::Result<EditResult> SplitCode(const Workspace& workspace, const model::CodeId& id, model::Code part,
                                   std::span<const std::string> codings);
core::Result<EditResult> RetireCode(const Workspace& workspace, const ExpectedVersion<model::CodeId>& code);
core::Result<EditResult> RestoreCode(const Workspace& workspace, const ExpectedVersion<model::CodeId>& code);

}  // namespace commonground::app
