// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Schema versions of the study file.  Version N is what the first N files of src/store/schema make; it stands in
// SQLite's user_version, and our mark in application_id.  Functions here throw soci_error or Failure.
#pragma once

#include <soci/soci.h>

#include <filesystem>
#include <string>

#include "store/migrations.h"
#include "store/sqlite/study_key.h"

namespace commonground::store {

inline constexpr int kApplicationId = 0x43476473;  // "CGds"; stored: must not change

// One transaction that takes the write lock at once; rolled back unless Commit is reached.
class WriteTransaction {
 public:
  explicit WriteTransaction(soci::session& session);
  WriteTransaction(const WriteTransaction&) = delete;
  ~WriteTransaction();
  void Commit();

 private:
  soci::session& session_;
  bool done_ = false;
};

int ReadPragma(soci::session& session, const char* name);

// Runs any number of statements that hold no values.
void Run(soci::session& session, const std::string& sql);

// The bytes of a file with an empty study; `is_sealed`: with room for seals, which are not put yet (page_seals.h).
std::string EmptyStudyFile(Migrations migrations, bool is_sealed);

// Brings an open database up to date, in one transaction.
// Throws: NewerSchema; Corrupt if it is not ours or its tables are not those of its version.  Nothing is changed then.
// While an older file is changed, a copy PATH.before-vN (mode 0600) lies beside it; it stays if the change fails.
// `sealed`: its key, if it is encrypted; the copy is so, too.
void BringUpToDate(soci::session& session, const std::filesystem::path& path, Migrations migrations,
                   const StudySeal& sealed);

}  // namespace commonground::store
