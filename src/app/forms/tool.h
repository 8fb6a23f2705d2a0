// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Runs another program (pandoc, Chromium) on files of ours in a throw-away folder: it sees that folder, the system's
// programs, libraries and fonts, and nothing else: no network, no home, no name of the machine; bounded memory and time
// (bubblewrap).  Where bubblewrap cannot set that up nothing runs: it fails closed.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "core/progress.h"
#include "core/result.h"

namespace commonground::app {

// A folder of our own that goes when this does.
class ThrowAwayFolder {
 public:
  static core::Result<ThrowAwayFolder> Make();
  ThrowAwayFolder(ThrowAwayFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ThrowAwayFolder& operator=(ThrowAwayFolder&&) = delete;
  ~ThrowAwayFolder();

  const std::filesystem::path& path() const { return path_; }
  core::Status Put(const std::string& name, std::string_view bytes) const;
  // Errors: Io (it is not there, or larger than `max_bytes`).
  core::Result<std::string> Take(const std::string& name, std::int64_t max_bytes = 256LL << 20) const;

 private:
  explicit ThrowAwayFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

struct ToolJob {
  std::filesystem::path program;       // "/usr/bin/pandoc"
  std::string package;                 // of Debian, for the message when it is missing
  std::string purpose;                 // "Word documents and e-books", for messages
  std::vector<std::string> arguments;  // a file of the folder is "/report/NAME"
  std::int64_t memory_bytes = 2LL << 30;
  std::chrono::seconds wall{300};  // of 350 pages, on a machine that does twenty other things
};

// Is the program there?  Errors: NotFound, with the package to install.
core::Status CheckTool(const ToolJob& job);

// Waits until it has ended; none of its processes is left then.  Errors: NotFound (as CheckTool, and bubblewrap), Io
// (it failed, was killed or took too long), Cancelled.  Threads: any.
core::Status RunTool(const ToolJob& job, const ThrowAwayFolder& folder, core::Progress& progress);

}  // namespace commonground::app
