// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Acts on the settings and on the nouns of model/nouns.h: lists that are short beside texts and codings, so that each
// is read, changed and saved as a whole.
#pragma once

#include "model/change_set.h"
#include "store/database.h"

namespace commonground::store {

// Requires a writing transaction, in which nobody else edits.
// Throws Failure: Conflict where a thing is not as it was seen, or is there already; InvalidInput where the study would
// hold what no import lets in, above all what refers to a thing that goes.
// Cost: linear in the lists that change, and in the study without its texts and codings; where a source goes, in all.
void ApplyFacts(Database& database, const model::FactChanges& changes,
                const std::optional<model::Change<model::Settings>>& settings);

}  // namespace commonground::store
