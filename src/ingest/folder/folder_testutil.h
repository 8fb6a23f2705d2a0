// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The study folder in memory and on disk, for the tests of reading and writing.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "ingest/folder/read_folder.h"
#include "ingest/folder/write_folder.h"

namespace commonground::ingest {

using Files = std::map<std::string, std::string>;  // path -> bytes

// A folder under the system's temporary folder; removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "commonground-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }

  const std::filesystem::path& path() const { return path_; }
  void Put(const Files& files) const {
    for (const auto& [name, bytes] : files) {
      std::filesystem::create_directories((path_ / name).parent_path());
      // Not core::WriteFile, which flushes to disk each time: there are thousands of these folders.
      std::ofstream(path_ / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
  }

 private:
  std::filesystem::path path_;
};

inline Files Written(const model::Study& study, CsvStyle style) {
  Files files;
  core::NoProgress progress;
  const core::Status status = WriteFolder(
      study, style,
      [&](std::string_view path, std::string_view bytes) {
        files[std::string(path)] = bytes;
        return core::Status();
      },
      progress);
  EXPECT_TRUE(status);
  return files;
}

inline FolderRead ReadFiles(const Files& files) {
  const TemporaryFolder folder;
  folder.Put(files);
  core::NoProgress progress;
  core::Result<FolderRead> read = ReadFolder(folder.path(), {}, progress);
  EXPECT_TRUE(read);
  return read ? std::move(*read) : FolderRead{};
}

inline std::string DescribeAll(const std::vector<core::Problem>& problems) {
  std::string text;
  for (const core::Problem& problem : problems) text += core::Describe(problem) + "\n";
  return text;
}

}  // namespace commonground::ingest
