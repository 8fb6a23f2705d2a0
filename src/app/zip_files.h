// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Files that a use case makes, put into one ZIP in memory: for a browser, which fetches one file.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/file_sink.h"
#include "core/result.h"

namespace commonground::app {

class ZipFiles : public core::FileSink {
 public:
  core::Status Write(std::string_view relative_path, std::string_view bytes) override;
  // The container: times, owners and comments are always the same.  Errors: Io (memory).
  core::Result<std::string> Bytes() const;

 private:
  std::vector<std::pair<std::string, std::string>> files_;
};

}  // namespace commonground::app
