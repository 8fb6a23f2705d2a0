// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where a use case that makes files puts them, without knowing where that is: a folder that appears whole or not at all
// (folder_in_progress.h), an archive that is sent, a test's map.
#pragma once

#include <string_view>

#include "core/result.h"

namespace commonground::core {

class FileSink {
 public:
  FileSink() = default;
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;
  virtual ~FileSink() = default;
  // `relative_path`: below wherever the files go ("data/codes.csv"), each once.  Whoever gave the sink decides what
  // becomes of all that was written: a use case that fails, or refuses, may have written some of it.
  virtual Status Write(std::string_view relative_path, std::string_view bytes) = 0;

 protected:
  FileSink(FileSink&&) = default;
  FileSink& operator=(FileSink&&) = default;
};

}  // namespace commonground::core
