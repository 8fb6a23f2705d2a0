// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A folder that appears whole or not at all: it is written under another name and takes its place on Commit().
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/descriptor.h"
#include "core/file_sink.h"
#include "core/manifest.h"
#include "core/relative_path.h"
#include "core/result.h"

namespace commonground::core {

// Every path is confined to the folder (relative_path.h).  Folders have mode 0700 and files 0600, whatever the umask.
// An older folder is replaced only if it is this user's and all in it is as this program wrote it, by the manifest
// `marker` in it: what a person added, changed or removed is never lost.  Dropped without Commit, or killed: nothing
// changes, and what is left over is removed by the next one.
// Errors: InvalidInput (the above), Conflict (somebody else put something there meanwhile), Io.
// Threads: one.
class FolderInProgress : public FileSink {
 public:
  static Result<FolderInProgress> Begin(const std::filesystem::path& target, std::string marker);
  FolderInProgress(FolderInProgress&&) noexcept;
  FolderInProgress& operator=(FolderInProgress&&) = delete;
  ~FolderInProgress() override;

  // Writes a file below the folder, making folders as needed.  A path that was written already is InvalidInput.
  Status Write(std::string_view relative_path, std::string_view bytes) override;
  Status Commit();

 private:
  FolderInProgress() = default;
  Status MayReplace() const;
  std::filesystem::path shown_;  // as the person named it
  std::string name_;
  std::string part_;
  std::string marker_;
  Descriptor parent_;
  Descriptor folder_;  // locked while it is written, so that nobody sweeps it
  Descriptor old_;     // locked too
  std::optional<struct stat> older_;
  PathsInFolder paths_;
  Manifest manifest_;
  bool done_ = true;
};

}  // namespace commonground::core
