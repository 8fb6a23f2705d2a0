// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which columns and keys are names of things, and so are one line: lists, pages and other programs show them in one.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace commonground::ingest {

inline bool IsOneLine(std::string_view column) {
  constexpr std::array<std::string_view, 7> kNames{"label",      "title",     "subtitle", "name",
                                                   "short_name", "publisher", "licence"};
  return std::ranges::find(kNames, column) != kNames.end();
}

}  // namespace commonground::ingest
