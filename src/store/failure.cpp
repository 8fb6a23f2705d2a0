// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/failure.h"

#include <soci/sqlite3/soci-sqlite3.h>

namespace commonground::store {

using core::Error;
using core::ErrorCode;

Error Damaged(const std::string& detail) {
  return {ErrorCode::kCorrupt,
          "the study file is damaged (" + detail +
              "). Nothing was changed. Way out: put a copy of it back, or move it away and import the study folder "
              "again",
          {}};
}

Error Translate(int sqlite_code, const std::string& detail) {
  switch (sqlite_code & 0xff) {  // the low byte is the primary code, the rest says more
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kBusy,
              "another program is writing this study. Nothing was changed. Way out: try again when it has finished",
              {}};
    case SQLITE_FULL:
      return {ErrorCode::kIo,
              "the disk is full, or the file may not grow. The study is as it was before. Way out: make room and try "
              "again",
              {}};
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
      return {ErrorCode::kIo,
              "you may not write to this file or its folder. Nothing was changed. Way out: change their rights, or "
              "name another place",
              {}};
    case SQLITE_CANTOPEN:
      return {ErrorCode::kIo,
              "the file, or what has to lie beside it, cannot be opened. Nothing was changed. Way out: look at the "
              "rights of the file and of its folder",
              {}};
    case SQLITE_IOERR:
    case SQLITE_NOLFS:
      return {ErrorCode::kIo,
              "reading or writing failed (" + detail +
                  "). The study is as it was before. Way out: look at the disk, its free room and your rights",
              {}};
    case SQLITE_NOMEM:
      return {ErrorCode::kIo, "there is not enough memory. The study is as it was before", {}};
    case SQLITE_CONSTRAINT:
      return {ErrorCode::kInvalidInput,
              "the study refers to something that it does not hold (" + detail + "). Nothing was changed",
              {}};
    case SQLITE_TOOBIG:
      return {ErrorCode::kInvalidInput, "a text is larger than the study file can hold. Nothing was changed", {}};
    case SQLITE_INTERRUPT:
      return {ErrorCode::kCancelled, "stopped. The study is as it was before", {}};
    case SQLITE_NOTADB:
      return {ErrorCode::kCorrupt,
              "this is no study file, or its beginning is damaged. It was left as it is. Way out: name a study file "
              "(study.cg) or a study folder",
              {}};
    default:  // Corrupt, Error, Schema, Mismatch, Format, ...: our own SQL is tested, so the file is at fault
      return Damaged(detail);
  }
}

Error Translate(const soci::soci_error& error) {
  if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error)) {
    return Translate(sqlite->result(), error.what());
  }
  return Damaged(error.what());
}

}  // namespace commonground::store
