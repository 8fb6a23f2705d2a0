// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Brings a PostgreSQL database up to date.

#include "store/postgres/migrate.h"

#include <fmt/format.h>

#include "core/hinted.h"
#include "store/failure.h"
#include "store/postgres/link.h"

namespace commonground::store {

using core::ErrorCode;

namespace {

constexpr const char* kLock = "SELECT pg_advisory_xact_lock(1128768627, 0)";  // "CGds"

// -1: there is no schema of ours.
int Version(PGconn* link) {
  if (AskText(link, "SELECT to_regclass('commonground.schema_version')").empty()) return -1;
  const std::string version = AskText(link, "SELECT max(version) FROM commonground.schema_version");
  return version.empty() ? -1 : std::stoi(version);
}

}  // namespace

void BringDatabaseUpToDate(PGconn* link, bool may_create, Migrations migrations) {
  const int known = static_cast<int>(migrations.size());
  const auto check = [&](int version) {
    if (version <= known) return;
    throw Failure(ErrorCode::kNewerSchema,
                  fmt::format("the database was brought up to date by a newer program (schema {}; this program knows "
                              "{}). Nothing was changed. Fix: install the newer program here too",
                              version, known));
  };
  int version = Version(link);
  check(version);
  if (version == known) return;
  if (version < 0 && !may_create) {
    throw Failure(core::Hinted(ErrorCode::kNotFound,
                               "the database holds no study yet. Fix: copy one into it, or import one", {},
                               {"copy", {{"to", "ADDRESS#NAME"}}}));
  }
  if (AskText(link, "SHOW transaction_read_only") == "on") {
    throw Failure(ErrorCode::kIo,
                  "the database was made by an older program and may only be read (a standby, or read-only). Fix: "
                  "open it once where it may be written");
  }
  Send(link, "BEGIN");
  try {
    Send(link, kLock);
    version = Version(link);  // another program may have done it meanwhile
    check(version);
    if (version < 0) {
      Send(
          link,
          "CREATE SCHEMA IF NOT EXISTS commonground; CREATE TABLE commonground.schema_version (version INTEGER PRIMARY "
          "KEY)");
    }
    for (int next = std::max(version, 0); next < known; ++next) {
      Send(link, std::string(migrations[static_cast<std::size_t>(next)]));
      Send(link, fmt::format("INSERT INTO commonground.schema_version VALUES ({})", next + 1));
    }
    Send(link, "COMMIT");
  } catch (...) {
    PQclear(PQexec(link, "ROLLBACK"));
    throw;
  }
}

}  // namespace commonground::store
