// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Packs files into a .qdpx, the same bytes for the same files.

#include "ingest/exchange/pack_project.h"

#include "ingest/exchange/write_zip.h"

namespace commonground::ingest {

core::Result<std::string> PackProject(const std::vector<std::pair<std::string, std::string>>& files) {
  for (const auto& [name, content] : files) {
    if (content.size() < (std::size_t{1} << 31)) continue;
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "a file of the project is 2 GB or larger, which other programs do not read. Fix: export "
                      "fewer cases",
                      name);
  }
  auto bytes = WriteZip(files, Packed::kDeflated);
  if (!bytes) {
    return core::Fail(core::ErrorCode::kIo, "there is not enough memory for the container. Fix: export fewer cases");
  }
  return std::move(*bytes);
}

}  // namespace commonground::ingest
