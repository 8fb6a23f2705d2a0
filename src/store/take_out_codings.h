// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Taking codings out of a study without touching those that stay.
#pragma once

#include <optional>
#include <vector>

#include "model/coding.h"
#include "store/database.h"
#include "store/study_store.h"

namespace commonground::store {

// `before`: the codings as the database holds them, in order; `after`: those that stay, in the same order.  nullopt,
// and nothing is done, if anything else differs. Requires a transaction in which nobody else writes.  Throws
// soci_error, Failure.  Cost: O(codings) in memory, and a statement for every 4,096 that go.
std::optional<TableChange> TakeOutCodings(Database& database, const std::vector<model::Coding>& before,
                                          const std::vector<model::Coding>& after);

}  // namespace commonground::store
