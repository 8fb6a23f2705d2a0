// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is known about every country on one day, with the facts behind it, and where sources differ
// (docs/methods/context.md).  Pure: no clock, no store.
#pragma once

#include "core/date.h"
#include "model/results/context_view.h"
#include "model/study.h"

namespace commonground::context {

// Countries: every one that organisations, slots, contexts or statements (a subject of three capital letters) name.
//
// Indicators: in the study's order.  A fact holds when the day may lie between valid_from and valid_to (core::Covers;
// a missing end is open).  The value is that of the facts about the whole country: one value is sourced, several are
// disputed, none (or only "unknown") is not sourced.  `facts` lists those that hold, also those of areas within the
// country.  The law on paper and what happens in practice are different indicators and are never mixed.
//
// Legal model: by the study's rule (context/legal_model.h).  An area has its own facts and, where it has none, the
// country's.  Two known models within one country make mixed_subnational.  Every derived indicator holds the model; its
// facts are those of the rule's inputs.
//
// Statements: disputed when a property that is not many-valued has two values that are certainly valid on one same day;
// a statement whose dates make no day certain counts for all its possible days.
//
// Requires: `on` is whole.  Units: indices into the study's lists.  Errors: none.  Threads: any number.
// Cost: O(n log n) in the rows, and the rule once a country and area.
model::ContextView ViewOn(const model::Study& study, core::Date on);

}  // namespace commonground::context
