// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes folders below /dev/shm, a file system in memory that every Linux has.
#include "app/backup/scratch.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

namespace commonground::app {

namespace fs = std::filesystem;

core::Result<Scratch> Scratch::Make(std::uint64_t bytes, const fs::path& otherwise) {
  const fs::path memory = "/dev/shm";
  std::error_code error;
  const auto room = fs::space(memory, error);
  const bool in_memory = !error && room.available > 2 * bytes + (8u << 20);
  for (const fs::path& below : {in_memory ? memory : otherwise, otherwise}) {
    std::string name = (below / ".common-ground-part-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) return Scratch(name);  // mode 0700
  }
  return core::Fail(core::ErrorCode::kIo, std::string("no folder for the work can be made: ") + std::strerror(errno),
                    otherwise.string());
}

Scratch::~Scratch() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

}  // namespace commonground::app
