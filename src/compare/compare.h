// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Compares the cases of a study: in how many, in which regions and under which laws each practice is present, how sure
// that is, and where practices meet outcomes and barriers (METHODS 4 and 5; docs/methods/common-ground.md and
// gap-map.md).  Cases are chosen, not sampled: there is no p-value, and a case without a coding is "not sourced".
#pragma once

#include "core/progress.h"
#include "core/result.h"
#include "model/results/comparison.h"
#include "model/snapshot.h"

namespace commonground::compare {

// Robustness: each case in turn is left out (its group loses a case, too), then each coder in turn (cases stay, with
// what other coders found).  Exact, from counts: nothing is computed twice.
//
// Overall shares are of all cases, also those whose group is not sourced.  Groups "unknown" and "disputed" are shown
// but are no context: see compare/classify.h.
//
// Requires: a snapshot whose indices are valid (a breach is a bug).  Errors: Cancelled.  Threads: any number.
// Cost: O(codings + codes x groupings x (groups + coders) + results); a million codings, 500 codes and 20,000 cases
// take about half a second and 200 MB on one core.
core::Result<model::Comparison> Compare(const model::Snapshot& snapshot, core::Progress& progress);

}  // namespace commonground::compare
