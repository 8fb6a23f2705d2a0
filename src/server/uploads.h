// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Files that people sent and that nothing was made of yet.  Each lies in a file without a name (it is gone with the
// program, however that ends), sealed under a key that is in memory only: what a disk keeps of it, nobody can read.
// They go when they are asked to, an hour after they were last used, and with the server.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "app/caller.h"
#include "core/moment.h"
#include "core/result.h"
#include "server/http/service.h"

namespace commonground::server {

// One of them, as it comes and when it is whole.  Threads: one at a time while it is written, then any.
class UploadedFile : public BodySink {
 public:
  // Mode 0600, in `folder` or, if nothing can be written there, in the system's folder for such files.  Errors: Io.
  static core::Result<std::shared_ptr<UploadedFile>> Make(const std::filesystem::path& folder);

  virtual core::Status Finish() = 0;  // nothing is written after it
  virtual std::int64_t bytes() const = 0;
  virtual std::string hash() const = 0;  // core::ContentHash of it
  // All of it, in memory.  Errors: Io, Corrupt.
  virtual core::Result<std::string> Read() const = 0;
};

// Threads: any.
class Uploads {
 public:
  // `study`: as it was given to the server; files lie beside a study file.
  Uploads(const std::string& study, const core::Clock& clock);

  // Room for one that is about to come.  Errors: Busy: too much is there already; Io.
  core::Result<std::shared_ptr<UploadedFile>> Begin(const app::Caller& caller);
  // It is whole.  True: it is new; false: the same was sent before by this name, and that one is kept.
  // Errors: Conflict: another one was; Busy.
  core::Result<bool> Keep(const app::Caller& caller, const std::string& upload, std::shared_ptr<UploadedFile> file);
  // Of one person in one role only; null: it is not there.
  std::shared_ptr<const UploadedFile> Find(const app::Caller& caller, const std::string& upload);
  void Remove(const app::Caller& caller, const std::string& upload);

 private:
  struct Kept {
    std::shared_ptr<const UploadedFile> file;
    std::int64_t used = 0;
  };
  using Key = std::pair<std::string, std::string>;  // who, which
  static Key KeyOf(const app::Caller& caller, const std::string& upload);
  void Forget();                                            // Requires: mutex_ is held.
  core::Status CheckRoom(const app::Caller& caller) const;  // Requires: mutex_ is held.

  std::filesystem::path folder_;
  const core::Clock& clock_;
  std::mutex mutex_;
  std::map<Key, Kept> kept_;  // guarded by mutex_
};

}  // namespace commonground::server
