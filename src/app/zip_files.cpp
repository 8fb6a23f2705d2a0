// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Keeps what is written until all of it is there.

#include "app/zip_files.h"

#include "publish/container/container.h"

namespace commonground::app {

core::Status ZipFiles::Write(std::string_view relative_path, std::string_view bytes) {
  files_.emplace_back(relative_path, bytes);
  return {};
}

core::Result<std::string> ZipFiles::Bytes() const {
  std::vector<publish::ContainedFile> contained;
  for (const auto& [name, bytes] : files_) contained.push_back({name, bytes});
  return publish::WriteContainer(contained);
}

}  // namespace commonground::app
