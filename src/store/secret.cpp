// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One row a study, apart from the study's own tables: they are exported and compared, this is not.

#include "store/secret.h"

#include <fmt/format.h>

#include "core/keyed_hash.h"

namespace commonground::store {

namespace {

void WriteSecret(Database& database, const std::string& secret) {
  database.session() << "DELETE FROM study_secret WHERE study = " << database.study();
  database.session() << "INSERT INTO study_secret (study, secret) VALUES (" << database.study() << ", :secret)",
      soci::use(secret);
}

}  // namespace

std::string ReadSecret(Database& database) {
  return database.AskCell(fmt::format("SELECT secret FROM study_secret WHERE study = {}", database.study()), {})
      .value_or("");
}

bool EnsureSecret(Database& database) {
  if (!ReadSecret(database).empty()) return false;
  WriteSecret(database, core::NewSecret());
  return true;
}

bool CopySecret(Database& from, Database& to) {
  const std::string secret = ReadSecret(from);
  if (secret.empty() || secret == ReadSecret(to)) return false;
  WriteSecret(to, secret);
  return true;
}

}  // namespace commonground::store
