// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings that coders have handed in, without the words that they stand on: what StudyStore::SubmittedIn promises.
// Functions throw soci_error or Failure and require a reading transaction.
#pragma once

#include <vector>

#include "store/database.h"

namespace commonground::store {

std::vector<model::Coding> SubmittedIn(Database& database, const std::vector<model::DocumentId>& documents);

}  // namespace commonground::store
