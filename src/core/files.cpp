// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "core/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace commonground::core {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> FromErrno(int error, std::string_view did, const fs::path& path) {
  const std::string why = std::strerror(error);
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return Fail(ErrorCode::kNotFound, fmt::format("could not {}: {}", did, why), path.string());
    default:
      return Fail(ErrorCode::kIo, fmt::format("could not {}: {}", did, why), path.string());
  }
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int fd() const { return fd_; }

 private:
  int fd_;
};

Status WriteAll(const fs::path& path, std::string_view bytes, mode_t mode, bool flush) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
  if (file.fd() < 0) return FromErrno(errno, "create the file", path);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.fd(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return FromErrno(errno, "write the file", path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (flush && ::fsync(file.fd()) != 0) return FromErrno(errno, "flush the file to disk", path);
  return {};
}

}  // namespace

Result<std::string> ReadFile(const fs::path& path, std::int64_t max_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.fd() < 0) return FromErrno(errno, "open the file", path);
  struct stat info {};
  if (::fstat(file.fd(), &info) != 0) return FromErrno(errno, "look at the file", path);
  if (!S_ISREG(info.st_mode)) return Fail(ErrorCode::kInvalidInput, "is not a file", path.string());
  if (info.st_size > max_bytes) {
    return Fail(ErrorCode::kInvalidInput,
                fmt::format("is too large: {} bytes, at most {} are read", info.st_size, max_bytes), path.string());
  }
  std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = ::read(file.fd(), bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return FromErrno(errno, "read the file", path);
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  bytes.resize(have);
  return bytes;
}

Status WriteFile(const fs::path& path, std::string_view bytes, Privacy privacy) {
  fs::path temporary = path;
  temporary += fmt::format(".part-{}", ::getpid());
  const mode_t mode = privacy == Privacy::kPrivate ? 0600 : 0644;
  if (Status written = WriteAll(temporary, bytes, mode, true); !written) {
    ::unlink(temporary.c_str());
    return written;
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    const int error = errno;
    ::unlink(temporary.c_str());
    return FromErrno(error, "rename the file into place", path);
  }
  return {};
}

FolderInProgress::FolderInProgress(fs::path target, fs::path path, std::string marker)
    : target_(std::move(target)), path_(std::move(path)), marker_(std::move(marker)) {}

FolderInProgress::FolderInProgress(FolderInProgress&& other) noexcept
    : target_(std::move(other.target_)),
      path_(std::move(other.path_)),
      marker_(std::move(other.marker_)),
      done_(std::exchange(other.done_, true)) {}

FolderInProgress::~FolderInProgress() {
  if (done_) return;
  std::error_code ignored;  // a left-over temporary folder harms nobody; there is no one to tell here
  fs::remove_all(path_, ignored);
}

Result<FolderInProgress> FolderInProgress::Begin(const fs::path& target, std::string marker) {
  fs::path whole = fs::absolute(target).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  std::error_code error;
  if (fs::exists(whole, error) &&
      (!fs::is_directory(whole, error) || (!fs::is_empty(whole, error) && !fs::exists(whole / marker, error)))) {
    return Fail(ErrorCode::kInvalidInput,
                "is there already and was not written by this program, so it is left alone; name another folder",
                target.string());
  }
  fs::create_directories(whole.parent_path(), error);
  if (error) return FromErrno(error.value(), "make the folder", whole.parent_path());
  std::string pattern = fmt::format("{}.part-XXXXXX", whole.string());
  if (::mkdtemp(pattern.data()) == nullptr) return FromErrno(errno, "make a folder beside", whole);
  ::chmod(pattern.c_str(), 0755);
  return FolderInProgress(whole, pattern, std::move(marker));
}

Status FolderInProgress::Write(std::string_view relative_path, std::string_view bytes) {
  const fs::path file = path_ / relative_path;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return FromErrno(error.value(), "make the folder", file.parent_path());
  return WriteAll(file, bytes, 0644, false);
}

Status FolderInProgress::Commit() {
  CG_RETURN_IF_ERROR(WriteAll(path_ / marker_, "Written by Common Ground; replaced as a whole.\n", 0644, true));
  std::error_code error;
  fs::path old = target_;
  old += fmt::format(".old-{}", ::getpid());
  const bool replaces = fs::exists(target_, error);
  if (replaces) {
    fs::rename(target_, old, error);
    if (error) return FromErrno(error.value(), "move the old folder aside", target_);
  }
  fs::rename(path_, target_, error);
  if (error) {
    std::error_code ignored;
    if (replaces) fs::rename(old, target_, ignored);
    return FromErrno(error.value(), "rename the folder into place", target_);
  }
  done_ = true;
  if (replaces) fs::remove_all(old, error);
  return {};
}

}  // namespace commonground::core
