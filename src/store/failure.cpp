// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns errors of the database into errors that people understand.

#include "store/failure.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace commonground::store {

using core::Error;
using core::ErrorCode;

Error Damaged(const std::string& detail) {
  return {ErrorCode::kCorrupt,
          "the study file is damaged (" + detail +
              "). Nothing was changed. Fix: put a copy of it back, or move it away and import the study folder "
              "again",
          {}};
}

namespace {
// Two who put the same thing there at the same moment.  The database's own words would repeat what they wrote.
Error SameKey() {
  return {ErrorCode::kConflict,
          "somebody else put something of the same id there at the same moment. Nothing was changed. Fix: look at it, "
          "and try again",
          {}};
}
}  // namespace

Error Translate(int sqlite_code, const std::string& detail) {
  if (sqlite_code == SQLITE_IOERR_DATA) return Damaged("a page is not as it was written");  // sqlite/page_checks.h
  switch (sqlite_code & 0xff) {  // the low byte is the primary code, the rest says more
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kBusy,
              "another program is writing this study. Nothing was changed. Fix: try again when it has finished",
              {}};
    case SQLITE_FULL:
      return {ErrorCode::kIo,
              "the disk is full, or the file may not grow. The study is as it was before. Fix: make room and try "
              "again",
              {}};
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
      return {ErrorCode::kIo,
              "you may not write to this file or its folder. Nothing was changed. Fix: change their permissions, or "
              "name another place",
              {}};
    case SQLITE_CANTOPEN:
      return {ErrorCode::kIo,
              "the file, or what has to lie beside it, cannot be opened. Nothing was changed. Fix: look at the "
              "permissions of the file and of its folder",
              {}};
    case SQLITE_IOERR:
    case SQLITE_NOLFS:
      return {ErrorCode::kIo,
              "reading or writing failed (" + detail +
                  "). The study is as it was before. Fix: look at the disk, its free space and your permissions",
              {}};
    case SQLITE_NOMEM:
      return {ErrorCode::kIo, "there is not enough memory. The study is as it was before", {}};
    case SQLITE_CONSTRAINT:
      if (sqlite_code == SQLITE_CONSTRAINT_UNIQUE || sqlite_code == SQLITE_CONSTRAINT_PRIMARYKEY) return SameKey();
      return {ErrorCode::kInvalidInput,
              "the study refers to something that it does not hold (" + detail + "). Nothing was changed",
              {}};
    case SQLITE_TOOBIG:
      return {ErrorCode::kInvalidInput, "a text is larger than the study file can hold. Nothing was changed", {}};
    case SQLITE_INTERRUPT:
      return {ErrorCode::kCancelled, "stopped. The study is as it was before", {}};
    case SQLITE_NOTADB:
      return {ErrorCode::kCorrupt,
              "not a Common Ground study file, or its header is damaged. It was left as it is. Fix: name a study file "
              "(study.cg) or a study folder",
              {}};
    default:  // Corrupt, Error, Schema, Mismatch, Format, ...: our own SQL is tested, so the file is at fault
      return Damaged(detail);
  }
}

namespace {

// PostgreSQL's codes (https://www.postgresql.org/docs/15/errcodes-appendix.html); the first two letters are the class.
Error TranslatePostgres(const std::string& state, const std::string& detail) {
  const std::string kind = state.substr(0, 2);
  if (state == "53300" || state == "53200" || state == "57P03") {
    return {ErrorCode::kBusy,
            "the database server has no room for another connection just now (" + detail +
                "). Nothing was changed. Fix: try again; or let it take more (max_connections)",
            {}};
  }
  const bool cannot_grow = state == "XX000" && detail.find("could not extend file") != std::string::npos;
  if (kind == "53" || kind == "58" || state == "54000" || cannot_grow) {
    return {ErrorCode::kIo,
            "the database server has no room left, or cannot reach its files (" + detail +
                "). The study is as it was before. Fix: make room on the server and try again",
            {}};
  }
  if (kind == "08" || kind == "57") {
    return {ErrorCode::kIo,
            "the connection to the database was lost, or the server stopped. What was not yet acknowledged may or may "
            "not be saved; nothing is half done. Fix: look at the study, and try again",
            {}};
  }
  if (state == "55P03" || kind == "40") {
    return {ErrorCode::kBusy,
            "another program is writing this study. Nothing was changed. Fix: try again when it has finished",
            {}};
  }
  if (state == "23505") return SameKey();  // unique_violation
  if (kind == "23") {
    return {ErrorCode::kInvalidInput,
            "the study refers to something that it does not hold (" + detail + "). Nothing was changed",
            {}};
  }
  if (kind == "22") {
    return {ErrorCode::kInvalidInput,
            "the database cannot hold a value of the study (" + detail + "). Nothing was changed",
            {}};
  }
  if (state == "25006") {
    return {ErrorCode::kIo,
            "the database may only be read. Nothing was changed. Fix: name the server that is written to",
            {}};
  }
  if (state == "42501" || kind == "28") {
    return {ErrorCode::kIo,
            "the database does not let you do this (" + detail +
                "). Nothing was changed. Fix: ask whoever keeps it for the permissions (docs/databases.md)",
            {}};
  }
  return {ErrorCode::kCorrupt,
          "the database does not hold what this program put there, or refuses it (" + detail +
              "). Nothing was changed. Fix: docs/databases.md says how to look at it and how to restore it",
          {}};
}

}  // namespace

Error NoConnection(std::string detail) {
  while (!detail.empty() && (detail.back() == '\n' || detail.back() == ' ')) detail.pop_back();
  for (char& c : detail) {
    if (c == '\n') c = ' ';
  }
  const bool full = detail.find("too many clients") != std::string::npos ||
                    detail.find("connection slots") != std::string::npos ||
                    detail.find("too many connections") != std::string::npos;
  return {full ? ErrorCode::kBusy : ErrorCode::kIo,
          detail + ". Nothing was changed. Fix: " +
              (full ? "try again; or let the server take more connections (max_connections)"
                    : "check that the server is running, the connection URI, and your permissions (docs/databases.md)"),
          {}};
}

Error Translate(const soci::soci_error& error) {
  if (const auto* postgres = dynamic_cast<const soci::postgresql_soci_error*>(&error)) {
    const std::string state = postgres->sqlstate();
    if (state.find_first_not_of(' ') == std::string::npos) return NoConnection(error.get_error_message());
    return TranslatePostgres(state, error.get_error_message());
  }
  if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error)) {
    return Translate(sqlite->result(), error.get_error_message());
  }
  return Damaged(error.get_error_message());
}

}  // namespace commonground::store
