// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Files, as Results.  Paths are UTF-8.  Errors carry the path in `where`: NotFound, Io (no rights, disk full, ...),
// InvalidInput (too large).  What is written appears whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

namespace commonground::core {

// The whole file; at most `max_bytes`, else InvalidInput.
Result<std::string> ReadFile(const std::filesystem::path& path, std::int64_t max_bytes);

// Writes beside the target, flushes to disk, renames.  Mode 0600 if `is_private`, else 0644 less the umask.
enum class Privacy { kPrivate, kPublic };
Status WriteFile(const std::filesystem::path& path, std::string_view bytes, Privacy privacy);

// A folder that is written under a temporary name beside `target` and takes its place on Commit(); removed if it is
// destroyed before.  Commit replaces an older folder at `target` only if that one holds the marker file (so that a
// person's own folder is never deleted); otherwise, if it is not empty, Errors: InvalidInput.
class FolderInProgress {
 public:
  static Result<FolderInProgress> Begin(const std::filesystem::path& target, std::string marker);
  FolderInProgress(FolderInProgress&&) noexcept;
  FolderInProgress& operator=(FolderInProgress&&) = delete;
  FolderInProgress(const FolderInProgress&) = delete;
  ~FolderInProgress();

  const std::filesystem::path& path() const { return path_; }
  // Writes a file below the folder, making folders as needed.
  Status Write(std::string_view relative_path, std::string_view bytes);
  Status Commit();

 private:
  FolderInProgress(std::filesystem::path target, std::filesystem::path path, std::string marker);
  std::filesystem::path target_;
  std::filesystem::path path_;
  std::string marker_;
  bool done_ = false;
};

}  // namespace commonground::core
