// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A file of a study folder as it was read: an import compares these to see whether anything changed.
#pragma once

#include <cstdint>
#include <string>

namespace commonground::model {

struct FileHash {
  std::string path;        // relative to the study folder, '/' between parts
  std::string hash;        // core::ContentHash of the file's bytes as they are on disk
  std::int64_t bytes = 0;  // size on disk
  friend bool operator==(const FileHash&, const FileHash&) = default;
};

}  // namespace commonground::model
