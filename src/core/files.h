// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Files, as Results.  Paths are UTF-8.  Errors carry the path in `where`: NotFound, Io (no rights, disk full, ...),
// InvalidInput (too large; not a regular file; a link or a file of another user where one would be written to).
// What is written appears whole or not at all, is readable by its owner only whatever the umask, and leaves nothing
// behind when the program is killed but what the next writer into that folder removes (sweep.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

namespace commonground::core {

// The whole file; at most `max_bytes`, else InvalidInput.  Never waits: pipes, sockets and devices are InvalidInput.
Result<std::string> ReadFile(const std::filesystem::path& path, std::int64_t max_bytes);

// The same for a file below `folder`; no link in `relative_path` is followed, whoever puts one there meanwhile.
Result<std::string> ReadFileIn(const std::filesystem::path& folder, std::string_view relative_path,
                               std::int64_t max_bytes);

// Mode 0600.  An older regular file of this user is replaced; a link, a pipe, a device or a file of somebody else is
// not.  Conflict: another program put something there at the same moment, which is left.
Status WriteFile(const std::filesystem::path& path, std::string_view bytes);

// Makes the folder and those above it that are missing, mode 0700.
Status MakeFolders(const std::filesystem::path& folder);

}  // namespace commonground::core
