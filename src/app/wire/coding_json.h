// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codes, codings, memos, assignments and what was done to them, as JSON (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "app/assign_study.h"
#include "app/codebook_study.h"
#include "app/codings_study.h"
#include "app/edit_result.h"
#include "model/history.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"change", "code", "codings", "moved", "version", "kept"}
Json ToJson(const EditResult& result);
// {"codes"}, {"codings"}, {"memos"}, {"assignments"}, {"changes"}: lists of objects.
Json ToJson(const std::vector<CodeLine>& tree);
Json ToJson(const std::vector<CodingLine>& lines);
Json ToJson(const std::vector<model::Memo>& memos);
Json ToJson(const std::vector<AssignmentLine>& lines);
Json ToJson(const std::vector<model::HistoryEntry>& entries);
// {"change", "at", "person", "action", "undoes", "items"}
Json ToJson(const model::HistoryEntry& entry);

}  // namespace commonground::app::wire
