// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What single files that came in became, as JSON (docs/command-line.md).
#pragma once

#include <nlohmann/json.hpp>

#include "app/import/bring_in_document.h"
#include "app/import/import_table.h"

namespace commonground::app::wire {

using Json = nlohmann::ordered_json;

// {"document", "title", "version", "hash", "language", "changed", "may_be_read", "paragraphs", "words", "pages",
// "confidence", "least_sure", "format", "read_in", "not_taken_over", "notices", "codings_moved", "lost": [{"coding",
// "code", "coder", "start", "end", "was": [{"words", "only_here"}], "nearest", "is"}], "lost_unseen", "rests":
// {"quotes":
// [{"kind", "id", "line", "words", "stays_with"}], "findings": [{"finding", "lost_for", "lost_against", "left_for",
// "left_against"}], "translations": [{"translation", "language", "exact"}], "consents": [{"subject", "coding", "scope",
// "refused"}]}}
Json ToJson(const DocumentBroughtIn& came);
// {"sheet", "sheets", "columns", "rows": [{"row", "cells", "fate", "changed"}], "problems": [{"blocks", "row",
// "column", "cell", "value", "message", "fix"}], "added", "changed", "same", "blocked", "act"}
Json ToJson(const TableLook& look);

}  // namespace commonground::app::wire
