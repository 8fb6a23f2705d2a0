// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A file is written without a name (O_TMPFILE), so that nothing is left of it when the program is killed; where the
// file system cannot do that, under a name that nobody can foresee.
#include "core/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>

#include "core/descriptor.h"
#include "core/in_place.h"

namespace commonground::core {

namespace fs = std::filesystem;

namespace {

fs::path FolderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// A file that holds `bytes`, flushed to disk, in `folder` as `part`.
Status MakePart(const Descriptor& folder, const std::string& part, std::string_view bytes, const fs::path& shown,
                Descriptor& file) {
  bool unnamed = true;
  file = Descriptor(::openat(folder.number(), ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (!file.open()) {
    unnamed = false;
    file = OpenBelow(folder, part, O_RDWR | O_CREAT | O_EXCL);
  }
  if (!file.open()) return SystemError(errno, "create the file", shown);
  ::flock(file.number(), LOCK_EX | LOCK_NB);  // until it is closed nobody sweeps it
  Status written = WriteAll(file, bytes, shown);
  if (written && ::fsync(file.number()) != 0) written = SystemError(errno, "flush the file to disk", shown);
  if (written && unnamed) {
    const std::string name = "/proc/self/fd/" + std::to_string(file.number());
    if (::linkat(AT_FDCWD, name.c_str(), folder.number(), part.c_str(), AT_SYMLINK_FOLLOW) != 0) {
      written = SystemError(errno, "name the file", shown);
    }
  }
  if (!written && !unnamed) ::unlinkat(folder.number(), part.c_str(), 0);
  return written;
}

}  // namespace

Result<std::string> ReadFile(const fs::path& path, std::int64_t max_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file.open() && errno == ENXIO) {
    return Fail(ErrorCode::kInvalidInput, "is not a regular file. Fix: name a file, not a pipe, a device or a folder",
                path.string());  // a socket
  }
  if (!file.open()) return SystemError(errno, "open the file", path);
  return ReadAll(file, max_bytes, path);
}

Result<std::string> ReadFileIn(const fs::path& folder, std::string_view relative_path, std::int64_t max_bytes) {
  const Descriptor root = OpenFolder(folder);
  if (!root.open()) return SystemError(errno, "open the folder", folder);
  const Descriptor file = OpenBelow(root, relative_path, O_RDONLY);
  if (!file.open() && errno == ENXIO) {
    return Fail(ErrorCode::kInvalidInput, "is not a regular file. Fix: name a file, not a pipe, a device or a folder",
                (folder / relative_path).string());
  }
  if (!file.open()) return SystemError(errno, "open the file", folder / relative_path);
  return ReadAll(file, max_bytes, folder / relative_path);
}

Status WriteFile(const fs::path& path, std::string_view bytes) {
  const fs::path parent = FolderOf(path);
  const std::string name = path.filename().string();
  const Descriptor folder(::open(parent.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!folder.open()) return SystemError(errno, "open the folder", parent);
  if (name.empty() || name == "." || name == "..") {
    return Fail(ErrorCode::kInvalidInput, "is a folder. Fix: name a file", path.string());
  }
  SweepParts(parent);
  CG_ASSIGN_OR_RETURN(auto older, OwnThingAt(folder, name, Expected::kFile, path));
  Descriptor held;  // while it is open, no other file can get the older one's number and be taken for it
  if (older) {
    held = Descriptor(::openat(folder.number(), name.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!held.open() || ::fstat(held.number(), &*older) != 0) return SystemError(errno, "look at", path);
    CG_RETURN_IF_ERROR(CheckOwn(*older, Expected::kFile, path));
  }
  const std::string part = PartName();
  Descriptor file;
  CG_RETURN_IF_ERROR(MakePart(folder, part, bytes, path, file));
  const auto replaced = PutInPlace(
      folder, part, name, older, [] { return Status(); }, path);
  // The older file, or our own that did not get its place; never what somebody else put there.
  const bool ours = replaced ? *replaced : IsAt(folder, part, file);
  if (ours) ::unlinkat(folder.number(), part.c_str(), 0);
  if (!replaced) return Fail(replaced.error());
  return {};
}

Status MakeFolders(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  fs::path made;
  int why = 0;
  for (const fs::path& part : whole) {
    made /= part;
    why = ::mkdir(made.c_str(), 0700) == 0 ? 0 : errno;
    if (why == 0 && ::chmod(made.c_str(), 0700) != 0) {
      return SystemError(errno, "set the permissions of the folder", made);
    }
  }
  const Descriptor there(::open(whole.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (there.open()) return {};
  return SystemError(why == EEXIST ? ENOTDIR : why, "create the folder", folder);
}

}  // namespace commonground::core
