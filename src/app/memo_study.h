// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Notes about the study, its cases, documents, codes and codings.
// Errors everywhere: NotFound: what is not there, or what this person may not see (both look the same); InvalidInput;
// Conflict; those of the store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/edit_result.h"
#include "app/workspace.h"

namespace commonground::app {

struct MemoRequest {
  std::optional<model::MemoId> id = {};  // made by who asks, so that it can be said twice; none: a new one
  model::MemoKind kind = model::MemoKind::kNote;
  model::MemoSubject about = model::MemoSubject::kStudy;
  std::string subject;  // a coding by its name
  std::string text;
};
core::Result<EditResult> AddMemo(const Workspace& workspace, const MemoRequest& request);
// One's own, by the first letters of its id.
core::Result<EditResult> RewriteMemo(const Workspace& workspace, const ExpectedVersion<std::string>& memo,
                                     const std::string& text);
core::Result<EditResult> RemoveMemo(const Workspace& workspace, const ExpectedVersion<std::string>& memo);
// Those that hold all words of `words`, in upper or lower case; all of them when it is empty.
core::Result<std::vector<model::Memo>> FindMemos(const Workspace& workspace, const std::string& words,
                                                 std::optional<model::MemoKind> kind);

}  // namespace commonground::app
