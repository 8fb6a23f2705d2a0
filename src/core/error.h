// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What can go wrong, as a value.  The codes are few and closed; this table is the only place that knows what each one
// means to a shell.  Exit codes are documented in docs/command-line.md and must not change.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commonground::core {

enum class ErrorCode {
  kInvalidInput,  // a file or argument that a person gave cannot be used; the message says why and what to do
  kNotFound,      // what was named is not there
  kBusy,          // another process holds the study
  kConflict,      // somebody else changed it since it was read; nothing of theirs was overwritten
  kNewerSchema,   // the study file was written by a newer program
  kCorrupt,       // the study file is damaged or is no study file
  kIo,            // disk full, no rights, and the like
  kNoConsent,     // a claim's evidence is missing, withdrawn, or not covered by consent: nothing was published
  kForbidden,     // who asks may not do this, or not for what the study was opened for; nothing was changed
  kCancelled,     // the person stopped it (Ctrl-C); nothing is half done
};

// Exit code of a command that failed with `code`.  0 is success; 1 is a bug of ours (InternalError); 64 usage error.
int ExitCode(ErrorCode code);

// The status that HTTP has for it, e.g. 404.
int HttpStatus(ErrorCode code);

// Stable name for JSON output, e.g. "invalid_input".
std::string_view Name(ErrorCode code);

// What an error is about, as a form knows its fields; all empty: about nothing in particular.
struct About {
  std::string kind;  // "consent"
  std::string id;
  std::string field;  // "expires"
};

// What would mend it, as a use case and its arguments, so that the command line can show a command and a page a button.
struct Hint {
  std::string action;                                          // name of a use case ("list codes"); empty: none
  std::vector<std::pair<std::string, std::string>> arguments;  // by name: {"code", "BAR.1"}
};

struct Error {
  ErrorCode code = ErrorCode::kInvalidInput;
  std::string message;  // plain English: what happened, what was kept, what to do
  std::string where;    // file, file:line, or id; empty if none
  About about = {};
  Hint hint = {};
};

// "where: message", or the message alone.
std::string Describe(const Error& error);

}  // namespace commonground::core
