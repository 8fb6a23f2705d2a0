// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What is wrong in a person's files.  Batch work returns every problem, not the first.
#pragma once

#include <string>
#include <vector>

namespace commonground::core {

enum class Severity {
  kError,   // nothing is imported until it is mended
  kNotice,  // something was put right or left out; the import goes on
};

struct Problem {
  Severity severity = Severity::kError;
  std::string file;     // relative to the study folder, '/' between parts
  int line = 0;         // 1-based; 0 if the whole file is meant
  std::string column;   // column or key name; empty if none
  std::string value;    // what was read, cut to 80 code points
  std::string message;  // what is wrong
  std::string fix;      // what to do about it

  friend bool operator==(const Problem&, const Problem&) = default;
};

// "codings.csv:12: start: \"99\": lies outside the text (80 characters). Fix: ..."
std::string Describe(const Problem& problem);

bool HasErrors(const std::vector<Problem>& problems);

}  // namespace commonground::core
