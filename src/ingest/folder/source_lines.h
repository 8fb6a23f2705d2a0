// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the checks of the whole study need besides the study: where each thing stands in the folder.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"

namespace commonground::ingest {

struct SourceLines {
  // The line of each row, by table ("codings.csv"), parallel to the study's list.
  std::map<std::string, std::vector<int>, std::less<>> rows;
  // Line of "FILE:section.key" in TOML files.
  std::map<std::string, int, std::less<>> keys;
  // Files that could not be read, or not as a whole: what refers to them is not checked, so that one fault is one
  // problem.
  std::set<std::string, std::less<>> unreadable;

  std::optional<core::Date> today;  // what lies after it has not happened yet; none: not known

  int Row(std::string_view table, std::size_t index) const {
    const auto found = rows.find(table);
    return found == rows.end() || index >= found->second.size() ? 0 : found->second[index];
  }
  int Key(std::string_view file, std::string_view key) const {
    const auto found = keys.find(std::string(file) + ":" + std::string(key));
    return found == keys.end() ? 0 : found->second;
  }
  bool Readable(std::string_view table) const { return unreadable.find(table) == unreadable.end(); }
};

}  // namespace commonground::ingest
