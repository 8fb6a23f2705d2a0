// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The address of a request in parts.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace commonground::server {

struct Target {
  std::vector<std::string> segments;                            // decoded; an id with a slash in it is one segment
  std::vector<std::pair<std::string, std::string>> parameters;  // decoded, in their order

  // The first of this name; empty: none.
  std::string_view Parameter(std::string_view name) const;
};

// "/api/v1/documents/lamp%2Fa.md?at=1-4": two parts of text that is UTF-8 and without control characters.
// Errors: InvalidInput: no path, a wrong percent sign, what is not UTF-8, a segment "." or "..", a backslash, a control
// character, more than 16 segments or 50 parameters.  Threads: any.
core::Result<Target> ReadTarget(std::string_view target);

// The value of a cookie; empty: it is not there, or there twice.
std::string_view CookieIn(std::string_view cookies, std::string_view name);

}  // namespace commonground::server
