// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tells when somebody changed a study, whoever it was: another program, another server on the same database.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "core/result.h"

namespace commonground::app {

// Threads: one at a time.  Nothing of the study is read through it.
class StudyWatch {
 public:
  // Errors: as Workspace::Open.
  static core::Result<StudyWatch> Open(const std::string& location);
  StudyWatch(StudyWatch&&) noexcept;
  StudyWatch& operator=(StudyWatch&&) noexcept;
  ~StudyWatch();

  // True: it was written since this was last asked; waits for that at most `longest`.  Errors: the store's.
  core::Result<bool> Wait(std::chrono::milliseconds longest);

 private:
  class Impl;
  explicit StudyWatch(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace commonground::app
