// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What became of a file, as text that a person can review.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace commonground::exchange_test {

// Opens the file in the sandbox, understands it, brings it into an empty study, and says all that came of it.
std::string SummaryOf(const std::filesystem::path& file);

// Makes the files of a script of this folder in a folder of their own, which is removed at the end.
class MadeFiles {
 public:
  explicit MadeFiles(const char* script);
  MadeFiles(const MadeFiles&) = delete;
  MadeFiles& operator=(const MadeFiles&) = delete;
  ~MadeFiles();
  const std::filesystem::path& path() const { return path_; }
  bool made() const { return made_; }

 private:
  std::filesystem::path path_;
  bool made_ = false;
};

// Compares with tests/cases/exchange/`name`; UPDATE_GOLDEN=1 writes it.
void ExpectGolden(const std::string& name, const std::string& text);

}  // namespace commonground::exchange_test
