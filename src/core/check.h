// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Our own bugs.  CG_CHECK is on in release; what it throws is caught only in the program's main.  Input of a person
// must never reach one.
#pragma once

#include <stdexcept>
#include <string>

namespace commonground::core {

class InternalError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void FailCheck(const char* condition, const char* why, const char* file, int line) {
  throw InternalError(std::string(file) + ":" + std::to_string(line) + ": " + condition + ": " + why);
}

}  // namespace commonground::core

#define CG_CHECK(condition, why)                                                            \
  do {                                                                                      \
    if (!(condition)) ::commonground::core::FailCheck(#condition, why, __FILE__, __LINE__); \
  } while (false)
