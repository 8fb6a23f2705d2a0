// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where problems go, and the place of the one cell or key that is being looked at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"
#include "rules/shown.h"

namespace commonground::ingest {

// So many problems of one study are kept; who has more of them has one that comes again and again.  Notices take at
// most half of it, so that no error is lost for them; the last one says that there are more.
inline constexpr std::size_t kMaxProblems = 10'000;
inline bool IsFull(const std::vector<core::Problem>& problems) {
  return problems.size() >= kMaxProblems;
}

using rules::Shown;

// One place in the folder.  Cheap to copy; the texts it points to outlive it.
struct SourceLocation {
  std::vector<core::Problem>* problems = nullptr;
  std::string_view file;
  int line = 0;
  std::string_view column;

  // `message` says what is wrong, `fix` what to do; both without a full stop at the end.
  void Bad(std::string_view value, std::string message, std::string fix) const;
  void Note(std::string_view value, std::string message, std::string fix) const;
  SourceLocation At(std::string_view other_column) const { return {problems, file, line, other_column}; }
};

}  // namespace commonground::ingest
