// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Notes about the study, its cases, documents, codes and codings.
// Errors everywhere: NotFound: what is not there, or what this person may not see (both look the same); InvalidInput;
// Conflict; those of the store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/as_seen.h"

namespace commonground::app {

struct MemoRequest {
  model::MemoKind kind = model::MemoKind::kNote;
  model::MemoSubject about = model::MemoSubject::kStudy;
  std::string subject;  // a coding by its name
  std::string text;
};
core::Result<Acted> AddMemo(store::StudyStore& store, const MemoRequest& request, const Actor& actor);
// One's own, by the first letters of its id.
core::Result<Acted> RewriteMemo(store::StudyStore& store, const AsSeen<std::string>& memo, const std::string& text,
                                const Actor& actor);
core::Result<Acted> RemoveMemo(store::StudyStore& store, const AsSeen<std::string>& memo, const Actor& actor);
// Those that hold all words of `words`, in upper or lower case; all of them when it is empty.
core::Result<std::vector<model::Memo>> FindMemos(const store::StudyStore& store, const std::string& words,
                                                 std::optional<model::MemoKind> kind, const model::CoderId& person,
                                                 const core::Date& today);

}  // namespace commonground::app
