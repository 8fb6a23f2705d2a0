// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "core/error.h"

namespace commonground::core {

namespace {
struct Row {
  ErrorCode code;
  std::string_view name;
  int exit_code;
};
constexpr Row kTable[] = {
    {ErrorCode::kInvalidInput, "invalid_input", 2},
    {ErrorCode::kNotFound, "not_found", 3},
    {ErrorCode::kBusy, "busy", 4},
    {ErrorCode::kNewerSchema, "newer_schema", 5},
    {ErrorCode::kCorrupt, "corrupt", 6},
    {ErrorCode::kIo, "io", 7},
    {ErrorCode::kNoConsent, "no_consent", 8},
    {ErrorCode::kConflict, "conflict", 9},
    {ErrorCode::kCancelled, "cancelled", 130},
};

const Row& Find(ErrorCode code) {
  for (const Row& row : kTable) {
    if (row.code == code) return row;
  }
  return kTable[0];
}
}  // namespace

int ExitCode(ErrorCode code) {
  return Find(code).exit_code;
}

std::string_view Name(ErrorCode code) {
  return Find(code).name;
}

std::string Describe(const Error& error) {
  return error.where.empty() ? error.message : error.where + ": " + error.message;
}

}  // namespace commonground::core
