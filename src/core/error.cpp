// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The one table of error codes, names and exit codes.

#include "core/error.h"

#include <algorithm>

#include "core/exit_codes.h"

namespace commonground::core {

namespace {
struct Row {
  ErrorCode code;
  std::string_view name;
  int exit_code;
  int http_status;
  std::string_view means;
};
constexpr Row kTable[] = {
    {ErrorCode::kInvalidInput, "invalid_input", 2, 422, "something in the input must be corrected"},
    {ErrorCode::kNotFound, "not_found", 3, 404, "not found"},
    {ErrorCode::kBusy, "busy", 4, 503, "another program has the study"},
    {ErrorCode::kNewerSchema, "newer_schema", 5, 500, "written by a newer program"},
    {ErrorCode::kCorrupt, "corrupt", 6, 500, "damaged, or no study file"},
    {ErrorCode::kIo, "io", 7, 507, "disk full, permission denied, or the output is full or closed"},
    {ErrorCode::kNoConsent, "no_consent", 8, 409, "a claim without evidence or consent: nothing was published"},
    {ErrorCode::kConflict, "conflict", 9, 412,
     "somebody else changed the study meanwhile; nothing of theirs was overwritten"},
    {ErrorCode::kForbidden, "forbidden", 10, 403, "not allowed for who asks; nothing was changed"},
    {ErrorCode::kCancelled, "cancelled", 130, 409,
     "stopped by SIGINT (Ctrl-C), SIGTERM or SIGHUP; nothing is half done"},
};

const Row& Find(ErrorCode code) {
  for (const Row& row : kTable) {
    if (row.code == code) return row;
  }
  return kTable[0];
}
}  // namespace

std::vector<ExitMeaning> ExitMeanings() {
  std::vector<ExitMeaning> all{{0, "done"},
                               {1, "internal error"},
                               {64, "usage error"},
                               {141,
                                "who read the output went away, as head does: ended by SIGPIPE, without a message; "
                                "what the command did is done"}};
  for (const Row& row : kTable) all.push_back({row.exit_code, row.means});
  std::ranges::sort(all, {}, &ExitMeaning::code);
  return all;
}

int ExitCode(ErrorCode code) {
  return Find(code).exit_code;
}

int HttpStatus(ErrorCode code) {
  return Find(code).http_status;
}

std::string_view Name(ErrorCode code) {
  return Find(code).name;
}

std::string Describe(const Error& error) {
  return error.where.empty() ? error.message : error.where + ": " + error.message;
}

}  // namespace commonground::core
