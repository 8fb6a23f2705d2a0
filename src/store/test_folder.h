// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A folder of one test, removed at its end, and the two things that every test of the store does.
#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "store/study_store.h"

namespace commonground::store {

class TestFolder {
 public:
  TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "cg-store-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  TestFolder(const TestFolder&) = delete;
  ~TestFolder() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }
  std::string Bytes(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  std::map<std::string, std::string> AllBytes() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
      const auto name = entry.path().filename().string();
      all[name] = Bytes(name);
    }
    return all;
  }
  // Of every file, to be searched for what must not be there.
  std::string AllBytesJoined() const {
    std::string all;
    for (const auto& [name, bytes] : AllBytes()) all += bytes;
    return all;
  }

 private:
  std::filesystem::path path_;
};

inline core::Result<SaveReport> SaveTo(const StudyLocation& place, const model::Study& study,
                                       std::span<const model::FileHash> files = {}) {
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(auto store, StudyStore::Open(place, OpenMode::kCreateOrWrite));
  return store.Save(study, files, progress);
}

inline core::Result<model::Study> LoadFrom(const StudyLocation& place) {
  core::NoProgress progress;
  CG_ASSIGN_OR_RETURN(auto store, StudyStore::Open(place, OpenMode::kRead));
  return store.Load(progress);
}

}  // namespace commonground::store
