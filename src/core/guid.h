// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Names that stay when everything else about a thing changes, and that no other program gives again: RFC 4122, lower
// case, without braces.  Stored in study files: must not change.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace commonground::core {

// A random one (version 4).  Threads: any.
std::string NewGuid();

// Always the same one for the same name (version 8, of its content hash).
std::string GuidOf(std::string_view name);

// As other programs write it: either case, with or without braces.  nullopt: it is none.
std::optional<std::string> ReadGuid(std::string_view text);

}  // namespace commonground::core
