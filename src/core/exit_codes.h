// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What each exit code of the program means: one table with the errors' own (error.cpp), for help and documentation.
#pragma once

#include <string_view>
#include <vector>

namespace commonground::core {

struct ExitMeaning {
  int code = 0;
  std::string_view means;  // "not found"
};

// All of them, in the order of their numbers: with 0 (done), 1 (our bug), 64 (usage error) and 141 (a closed pipe).
std::vector<ExitMeaning> ExitMeanings();

}  // namespace commonground::core
