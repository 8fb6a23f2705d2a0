// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opening SQLite through SOCI, with our own flags: SOCI's connection text cannot hold every path, and always creates.
// Functions here throw soci_error or Failure.
#pragma once

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>
#include <memory>

#include "store/sqlite/migrate.h"

namespace commonground::store {

sqlite_api::sqlite3* Handle(soci::session& session);

// An existing file, with SQLite's open flags.  Waits up to 5 s for other programs.
std::unique_ptr<soci::session> OpenDatabase(const std::filesystem::path& path, int flags);
std::unique_ptr<soci::session> OpenInMemory();

// A file of these bytes, mode 0600, unless there is one.
void MakeStudyFile(const std::filesystem::path& path, const std::string& bytes);

struct Access {
  bool may_create = false;
  bool may_write = false;  // false: reading; a file that may not be written to can be opened all the same
};

// Opens and checks a study file and sets everything that study_store.h promises about it.
std::unique_ptr<soci::session> OpenStudyFile(const std::filesystem::path& path, Access access,
                                             Migrations migrations = SqliteMigrations());

}  // namespace commonground::store
