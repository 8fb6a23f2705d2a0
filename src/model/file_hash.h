// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a file of a study folder held when it was last read: tells whether the folder has changed since.
#pragma once

#include <cstdint>
#include <string>

namespace commonground::model {

struct FileHash {
  std::string path;  // relative to the study folder, '/' between parts
  std::string hash;  // core::ContentHash of its bytes
  std::int64_t bytes = 0;
  friend bool operator==(const FileHash&, const FileHash&) = default;
};

}  // namespace commonground::model
