// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is known about a study as a whole and is no part of it: which withdrawals were carried out, to whom backups are
// sealed, what was published.  A copy takes it along, an export does not.  Functions throw soci_error or Failure.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace commonground::store {

// An edition of the report, as it was published.
struct EditionRecord {
  std::string edition;    // what people call it: 16 hex digits
  std::string made_at;    // core::Moment
  std::string forms;      // "html pdf"
  std::string languages;  // "en fr"
  std::string hash;       // of the list of its files with theirs
  std::string holds;      // one keyed hash a line: the organisations and documents that it shows
  friend bool operator==(const EditionRecord&, const EditionRecord&) = default;
};

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
