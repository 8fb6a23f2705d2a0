// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts a problem into one line.

#include "core/problem.h"

#include <algorithm>

namespace commonground::core {

std::string Describe(const Problem& problem) {
  std::string text = problem.file;
  if (problem.line > 0) text += ":" + std::to_string(problem.line);
  if (!text.empty()) text += ": ";
  if (problem.severity == Severity::kNotice) text += "note: ";
  if (!problem.column.empty()) text += problem.column + ": ";
  if (!problem.value.empty()) text += "\"" + problem.value + "\": ";
  text += problem.message;
  if (!problem.fix.empty()) text += ". Fix: " + problem.fix;
  return text;
}

bool HasErrors(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::kError; });
}

}  // namespace commonground::core
