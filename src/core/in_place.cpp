// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Old and new change places in one step (RENAME_EXCHANGE); then it can be looked at what was really replaced, under a
// name that nobody else knows, and put back if it is not what it was thought to be.
#include "core/in_place.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <vector>

#include "core/guid.h"
#include "core/manifest.h"

namespace commonground::core {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPart = ".common-ground-part-";
constexpr std::string_view kManifests = ".common-ground-";
constexpr int kMaxTries = 100;  // of putting a thing back while another program gives its name away and takes it

std::vector<std::string> Names(const Descriptor& folder) {
  std::vector<std::string> names;
  const int number = ::openat(folder.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(number < 0 ? nullptr : ::fdopendir(number),
                                                   [](DIR* one) { return one == nullptr ? 0 : ::closedir(one); });
  if (!stream) return names;
  while (const dirent* entry = ::readdir(stream.get())) {  // NOLINT(concurrency-mt-unsafe): a stream of our own
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  return names;
}

tl::unexpected<Error> Meanwhile(const fs::path& shown, const std::string& kept = {}) {
  if (!kept.empty()) {
    return Fail(
        ErrorCode::kConflict,
        fmt::format("other things were put here, one after the other, in the meantime. Nothing was written, and "
                    "one of them is kept beside it as {}. Fix: look at both, then try again",
                    kept),
        shown.string());
  }
  return Fail(ErrorCode::kConflict,
              "something else was put here in the meantime. It was left as it is, and nothing was written. Fix: try "
              "again, or name another place",
              shown.string());
}

// What was replaced and is not ours goes back to its name.  Where that was given to a third thing meanwhile, both are
// kept: what then lies under our part's name gets a name that a person sees.
std::string PutBack(const Descriptor& folder, const std::string& part, const std::string& name,
                    const struct stat& ours) {
  const int at = folder.number();
  for (int tries = 0; tries < kMaxTries; ++tries) {
    if (::renameat2(at, part.c_str(), at, name.c_str(), RENAME_EXCHANGE) == 0) break;
    if (errno != ENOENT) break;
    if (::renameat2(at, part.c_str(), at, name.c_str(), RENAME_NOREPLACE) == 0) return {};
    if (errno != EEXIST) break;
  }
  struct stat left {};
  if (::fstatat(at, part.c_str(), &left, AT_SYMLINK_NOFOLLOW) != 0 || IsSameFile(left, ours)) return {};
  std::string kept = name + ".kept-" + NewGuid();
  return ::renameat2(at, part.c_str(), at, kept.c_str(), RENAME_NOREPLACE) == 0 ? kept : part;
}

// A killed program's folder holds a list of what it wrote (then a person may have changed it), or was not finished.
bool MayGo(const Descriptor& folder, const fs::path& shown) {
  for (const std::string& name : Names(folder)) {
    if (!name.starts_with(kManifests) || name.starts_with(kPart)) continue;
    return Manifest::Check(folder, name, Manifest::Missing::kFine, shown).has_value();
  }
  return true;
}

}  // namespace

std::string PartName() {
  return std::string(kPart) + NewGuid();
}

Result<std::optional<struct stat>> OwnThingAt(const Descriptor& folder, const std::string& name, Expected expected,
                                              const fs::path& shown) {
  struct stat about {};
  if (::fstatat(folder.number(), name.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return std::optional<struct stat>();
    return SystemError(errno, "look at", shown);
  }
  CG_RETURN_IF_ERROR(CheckOwn(about, expected, shown));
  return std::optional<struct stat>(about);
}

bool IsAt(const Descriptor& folder, const std::string& name, const Descriptor& thing) {
  struct stat there {};
  struct stat ours {};
  return ::fstatat(folder.number(), name.c_str(), &there, AT_SYMLINK_NOFOLLOW) == 0 &&
         ::fstat(thing.number(), &ours) == 0 && IsSameFile(there, ours);
}

Result<bool> PutInPlace(const Descriptor& folder, const std::string& part, const std::string& name,
                        const std::optional<struct stat>& older, const std::function<Status()>& may_replace,
                        const fs::path& shown) {
  const int at = folder.number();
  const auto rename = [&](const std::string& from, const std::string& to, unsigned flags) {
    return ::renameat2(at, from.c_str(), at, to.c_str(), flags) == 0;
  };
  if (!older) {
    if (rename(part, name, RENAME_NOREPLACE)) return false;
    // A file system without that flag (EINVAL): the narrow gap between looking and renaming stays.
    struct stat about {};
    if (errno == EINVAL && ::fstatat(at, name.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0 && rename(part, name, 0)) {
      return false;
    }
    if (errno == EEXIST || errno == EINVAL || errno == 0) return Meanwhile(shown);
    return SystemError(errno, "put in place", shown);
  }
  CG_RETURN_IF_ERROR(may_replace());
  struct stat ours {};
  if (::fstatat(at, part.c_str(), &ours, AT_SYMLINK_NOFOLLOW) != 0) return SystemError(errno, "look at", shown);
  if (!rename(part, name, RENAME_EXCHANGE)) {
    if (errno == ENOENT) return Meanwhile(shown);
    if (errno != EINVAL) return SystemError(errno, "put in place", shown);
    const std::string aside = PartName();
    if (!rename(name, aside, 0)) return SystemError(errno, "move the older one aside", shown);
    if (!rename(part, name, 0)) {
      const int error = errno;
      (void)rename(aside, name, 0);
      return SystemError(error, "put in place", shown);
    }
    if (!rename(aside, part, 0)) return SystemError(errno, "move the older one aside", shown);
  }
  struct stat replaced {};
  const bool is_older =
      ::fstatat(at, part.c_str(), &replaced, AT_SYMLINK_NOFOLLOW) == 0 && IsSameFile(replaced, *older);
  Status may = is_older ? may_replace() : Status(Meanwhile(shown));
  if (may) return true;
  const std::string kept = PutBack(folder, part, name, ours);
  return kept.empty() ? tl::unexpected(std::move(may).error()) : Meanwhile(shown, kept);
}

void SweepParts(const fs::path& folder) {
  const Descriptor parent = OpenFolder(folder);
  if (!parent.open()) return;
  for (const std::string& name : Names(parent)) {
    if (!name.starts_with(kPart)) continue;
    const Descriptor part = OpenBelow(parent, name, O_RDONLY);
    struct stat about {};
    if (!part.open() || ::fstat(part.number(), &about) != 0 || about.st_uid != ::geteuid()) continue;
    if (::flock(part.number(), LOCK_EX | LOCK_NB) != 0) continue;  // its maker lives
    if (S_ISREG(about.st_mode)) ::unlinkat(parent.number(), name.c_str(), 0);
    if (!S_ISDIR(about.st_mode) || !MayGo(part, folder / name)) continue;
    std::string manifest;
    for (const std::string& one : Names(part)) {
      if (one.starts_with(kManifests)) manifest = one;
    }
    RemoveTree(parent, name, manifest);
  }
}

void RemoveTree(const Descriptor& parent, const std::string& name, std::string_view last) {
  const Descriptor folder = OpenBelow(parent, name, O_RDONLY | O_DIRECTORY);
  if (!folder.open()) return;
  for (const std::string& one : Names(folder)) {
    if (one == last) continue;
    if (::unlinkat(folder.number(), one.c_str(), 0) != 0 && errno == EISDIR) RemoveTree(folder, one, {});
  }
  if (!last.empty()) ::unlinkat(folder.number(), std::string(last).c_str(), 0);
  ::unlinkat(parent.number(), name.c_str(), AT_REMOVEDIR);
}

}  // namespace commonground::core
