// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Containers (ZIP, by libarchive), in memory.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace commonground::ingest {

enum class Packed { kStored, kDeflated };

// Files by name and content, in this order, without times and owners.  nullopt: there is not enough memory.
// Threads: any.  Cost: linear; twice the content in memory.
std::optional<std::string> WriteZip(const std::vector<std::pair<std::string, std::string>>& files, Packed packed);

}  // namespace commonground::ingest
