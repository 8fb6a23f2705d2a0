// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Understands a REFI-QDA 1.5 project or codebook, as leniently as real programs write them: docs/exchange.md lists
// every departure from the standard that is accepted, and tests/cases/exchange has one file for each.
#pragma once

#include <optional>

#include "coding/exchange/imported.h"
#include "core/result.h"
#include "model/results/project_file.h"

namespace commonground::coding {

// `offsets`: how places were counted, when a person says so; otherwise it is found out (offsets.h), and
// Imported::offsets says whether that is sure.
// Returns: everything that has a place in a study; the report has a line for all that has none.  A coding that cannot
// stand on a passage (its source has no text, its place lies outside) becomes a line of a memo.
// Errors:  InvalidInput: neither a project nor a codebook.
// Threads: any.  Cost: linear; O(8 x text) where places are ambiguous.
core::Result<Imported> ReadRefi(const model::ProjectFile& file, const std::optional<Reading>& offsets);

}  // namespace commonground::coding
