// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is known about a study as a whole and is no part of it: which withdrawals were carried out, to whom backups are
// sealed, what was published.  A copy takes it along, an export does not.  Functions throw soci_error or Failure.
#pragma once

#include <string>
#include <vector>

#include "model/results/edition.h"
#include "store/database.h"

namespace commonground::store {

using model::EditionRecord;

// Empty: nothing was withdrawn yet.  Writing requires a write transaction.
std::string ReadWithdrawals(Database& database);
void WriteWithdrawals(Database& database, const std::string& list);

// Empty: there was no backup yet.
std::string ReadBackupKey(Database& database);
void WriteBackupKey(Database& database, const std::string& public_key);

// The oldest first.
std::vector<EditionRecord> ReadEditions(Database& database);
// One that is there already is left.  True: it is new.
bool AddEdition(Database& database, const EditionRecord& edition);

// Makes them those of `from`; true if something changed.
bool CopyRecords(Database& from, Database& to);

}  // namespace commonground::store
