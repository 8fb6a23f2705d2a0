// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the system says of a file, in words that people understand.
#include "core/descriptor.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace commonground::core {

tl::unexpected<Error> SystemError(int number, std::string_view did, const std::filesystem::path& path) {
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      return Fail(ErrorCode::kNotFound, fmt::format("could not {}: {}", did, std::strerror(number)), path.string());
    case ELOOP:
      return Fail(ErrorCode::kInvalidInput, "is a symbolic link, which is not followed. Fix: name the file itself",
                  path.string());
    case ENOSPC:
    case EDQUOT:
      return Fail(
          ErrorCode::kIo,
          fmt::format("could not {}: no space left on the disk. Fix: free some space, or name another folder", did),
          path.string());
    default:
      return Fail(ErrorCode::kIo, fmt::format("could not {}: {}", did, std::strerror(number)), path.string());
  }
}

Descriptor OpenFolder(const std::filesystem::path& folder) {
  return Descriptor(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

Descriptor OpenBelow(const Descriptor& folder, std::string_view relative_path, int flags) {
  Descriptor within;
  int at = folder.number();
  for (std::size_t slash = relative_path.find('/'); slash != std::string_view::npos; slash = relative_path.find('/')) {
    const std::string part(relative_path.substr(0, slash));
    relative_path.remove_prefix(slash + 1);
    within = Descriptor(::openat(at, part.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!within.open()) return within;
    at = within.number();
  }
  return Descriptor(
      ::openat(at, std::string(relative_path).c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600));
}

Result<std::string> ReadAll(const Descriptor& file, std::int64_t max_bytes, const std::filesystem::path& shown) {
  struct stat info {};
  if (::fstat(file.number(), &info) != 0) return SystemError(errno, "look at the file", shown);
  if (!S_ISREG(info.st_mode))
    return Fail(ErrorCode::kInvalidInput, "is not a regular file. Fix: name a file, not a pipe, a device or a folder",
                shown.string());
  if (info.st_size > max_bytes) {
    return Fail(ErrorCode::kInvalidInput,
                fmt::format("is too large: {} bytes, at most {} are read", info.st_size, max_bytes), shown.string());
  }
  std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = ::read(file.number(), bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemError(errno, "read the file", shown);
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  bytes.resize(have);
  return bytes;
}

Status WriteAll(const Descriptor& file, std::string_view bytes, const std::filesystem::path& shown) {
  if (::fchmod(file.number(), 0600) != 0) return SystemError(errno, "set the permissions of the file", shown);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return SystemError(errno, "write the file", shown);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Status CheckOwn(const struct stat& about, Expected expected, const std::filesystem::path& path) {
  const auto bad = [&](std::string_view what) {
    return Fail(ErrorCode::kInvalidInput, std::string(what), path.string());
  };
  if (S_ISLNK(about.st_mode)) {
    return bad("is a symbolic link, which is not followed. Nothing was written. Fix: name the file or folder itself");
  }
  if (expected == Expected::kFile && !S_ISREG(about.st_mode)) {
    return bad("exists and is not a regular file. Nothing was written. Fix: name another file");
  }
  if (expected == Expected::kFolder && !S_ISDIR(about.st_mode)) {
    return bad("exists and is not a folder. Nothing was written. Fix: name another folder");
  }
  if (about.st_uid != ::geteuid()) {
    return bad(
        fmt::format("belongs to another user (uid {}). Nothing was written. Fix: name another place, or ask its "
                    "owner",
                    about.st_uid));
  }
  return {};
}

}  // namespace commonground::core
