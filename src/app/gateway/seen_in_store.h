// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What several use cases read of a store, as one caller sees it.  For app alone.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/gateway/coding_view.h"
#include "app/gateway/entry.h"
#include "app/search_study.h"

namespace commonground::app {

// Codings by their names, in the order of the names.
// Errors: NotFound: what is not there, or what this caller may not see (both look the same); those of the store.
core::Result<std::vector<model::Coding>> CodingsNamed(const Entered& in, std::span<const std::string> names);

// The codings of one document that `view` shows, each with its id; none of a document that may not be read.
core::Result<std::vector<model::Coding>> CodingsSeen(const store::StudyStore& store, const CodingView& view,
                                                     const model::DocumentId& document);

// As FindMemos; `study`: what is small of it, as Entered::Small gives.
core::Result<std::vector<model::Memo>> MemosSeen(const Entered& in, const model::Study& study, const std::string& words,
                                                 std::optional<model::MemoKind> kind);

// As SearchStudy.
core::Result<SearchAnswer> SearchIn(const Entered& in, const model::SearchRequest& request);

// Marks tokens in a passage.  Exposed for its test.
Snippet SnippetOf(std::string_view passage, std::string_view language, const store::Found& found);

}  // namespace commonground::app
