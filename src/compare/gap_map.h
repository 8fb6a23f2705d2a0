// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Evidence gap maps (METHODS 5; docs/methods/gap-map.md): practices against outcomes or barriers; a cell counts the
// cases with both.  Empty cells are the message, so they are all there.
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "model/results/comparison.h"
#include "model/snapshot.h"

namespace commonground::compare {

// Rows and columns: every code of the kind, in codebook order.  A coding counts for its code and all ancestors.
// Both in one case: in one document, or (GapUnit::kPassage) on ranges of one document that overlap by at least one
// character or are the same.
// Confidence: the lowest among the graded findings that name the cell's two codes themselves and rest on at least one
// of its cases. Requires: as Compare.  Errors: Cancelled.  Threads: any number. Cost: O(codings + rows x columns +
// pairs found in a document or at the start of a passage).
core::Result<model::GapMap> MapGaps(const model::Snapshot& snapshot, model::CodeKind row_kind,
                                    model::CodeKind column_kind, core::Progress& progress);

}  // namespace commonground::compare
