// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A random secret a study, made when the study is first saved.  Pseudonyms and their order in reports come from it; it
// is no part of the study, and nothing but a copy of the study takes it along.  Functions throw soci_error or Failure.
#pragma once

#include <string>

#include "store/database.h"

namespace commonground::store {

// Empty: none was made yet.
std::string ReadSecret(Database& database);
// True if it was made now.  Requires a write transaction.
bool EnsureSecret(Database& database);
// Makes it that of `from`; true if it changed.  Requires a write transaction in `to`.
bool CopySecret(Database& from, Database& to);

}  // namespace commonground::store
