// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How many codings each code has itself, and each coder in each document: what StudyStore::CountByCode, CountSeen and
// CountByCoder promise.  Functions throw soci_error or Failure and require a reading transaction.
#pragma once

#include <vector>

#include "store/database.h"
#include "store/edits.h"

namespace commonground::store {

std::vector<CodeCount> CountByCode(Database& database);
std::vector<CodeCount> CountSeen(Database& database, const HiddenOf& hidden_of);
std::vector<CoderCount> CountByCoder(Database& database);

}  // namespace commonground::store
