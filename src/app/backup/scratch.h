// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A folder of this program alone, for a study that nobody has asked to see yet; in memory where there is room, so that
// what it held is on no disk.  It goes with the object.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/result.h"

namespace commonground::app {

class Scratch {
 public:
  // `otherwise`: where it is made if memory has no room for twice `bytes`.  Errors: Io.
  static core::Result<Scratch> Make(std::uint64_t bytes, const std::filesystem::path& otherwise);
  Scratch(Scratch&& other) noexcept : folder_(std::move(other.folder_)) { other.folder_.clear(); }
  Scratch& operator=(Scratch&&) = delete;
  ~Scratch();
  const std::filesystem::path& folder() const { return folder_; }

 private:
  explicit Scratch(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::filesystem::path folder_;
};

}  // namespace commonground::app
