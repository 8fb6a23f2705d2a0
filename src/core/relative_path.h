// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which paths below a folder may be written: those that stay in it, and mean one file on every system that the folder
// may be copied to.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/result.h"

namespace commonground::core {

// Parts are separated by '/'.  Errors: InvalidInput (`where` is the path): absolute, empty, "." or "..", a control,
// format or bidirectional character, one of \ < > : " | ? *, a part that ends with a dot or space or is a reserved name
// of Windows (CON, NUL.txt, ...), not UTF-8, a part above 200 bytes or a path above 1,000.
// Cost: O(bytes).
Status CheckRelativePath(std::string_view path);

// Is it a name of a device in Windows, with or without an ending ("con", "LPT9.txt")?  Such a file cannot be written.
bool IsNameOfDevice(std::string_view name);

// The paths of one folder, which must stay apart where upper and lower case or Unicode forms are one.
class PathsInFolder {
 public:
  // Errors: InvalidInput: as CheckRelativePath; or the path, or a folder of it, is another one's already.
  Status Add(std::string_view path);

 private:
  std::set<std::string> files_;    // folded
  std::set<std::string> folders_;  // folded
  std::set<std::string> exact_folders_;
};

}  // namespace commonground::core
