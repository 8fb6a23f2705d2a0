// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Open files by their descriptors, and what the system says of them.  A name may mean another file a moment later; a
// descriptor cannot.
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "core/result.h"

namespace commonground::core {

// Closes what it holds.  A number below 0 holds nothing.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  bool open() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_;
};

// "could not DID: why" as an Error: NotFound, else Io.
tl::unexpected<Error> SystemError(int number, std::string_view did, const std::filesystem::path& path);

inline bool IsSameFile(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

// Opens `relative_path` (checked by relative_path.h or listed from the folder) part by part; no link in it is followed,
// and pipes and devices do not make it wait.  Not open, with errno set, if it cannot be opened.
Descriptor OpenBelow(const Descriptor& folder, std::string_view relative_path, int flags);

// A folder for reading; links in its path are followed: the person named it.
Descriptor OpenFolder(const std::filesystem::path& folder);

// The whole of an open file.  Errors: InvalidInput (not a regular file, or above max_bytes), Io.
Result<std::string> ReadAll(const Descriptor& file, std::int64_t max_bytes, const std::filesystem::path& shown);
// Writes all; mode 0600 whatever the umask.
Status WriteAll(const Descriptor& file, std::string_view bytes, const std::filesystem::path& shown);

// Only what its owner alone made is written to: a regular file (or, with `folder`, a folder), not a link, of this user.
// Errors: InvalidInput, with a fix.
enum class Expected { kFile, kFolder };
Status CheckOwn(const struct stat& about, Expected expected, const std::filesystem::path& path);

}  // namespace commonground::core
