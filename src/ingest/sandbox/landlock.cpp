// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Closes the file system by Landlock.

#include "ingest/sandbox/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace commonground::ingest {

namespace {

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
// Every right of the first version of Landlock; those of later versions are added when the kernel knows them.
constexpr std::uint64_t kAll = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
constexpr std::uint64_t kRefer = 1ULL << 13;     // version 2
constexpr std::uint64_t kTruncate = 1ULL << 14;  // version 3

// Since version 6 a process cannot signal others either.  Newer than Debian 12's headers, so written out here.
struct RulesetAttributes {
  std::uint64_t fs = 0;
  std::uint64_t network = 0;
  std::uint64_t scoped = 0;
};

long Version() {
  return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

// What is not there needs no rule.
void Allow(int rules, const char* path, std::uint64_t access) {
  const int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return;
  landlock_path_beneath_attr beneath{};
  beneath.allowed_access = access;
  beneath.parent_fd = file;
  (void)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close(file);
}

}  // namespace

bool HasLandlock() {
  return Version() >= 1;
}

core::Result<int> LandlockRules(const std::filesystem::path& program) {
  const long version = Version();
  RulesetAttributes attributes;
  attributes.fs = kAll | (version >= 2 ? kRefer : 0) | (version >= 3 ? kTruncate : 0);
  std::size_t size = sizeof(std::uint64_t);
  if (version >= 4) {
    attributes.network = 3;  // bind, connect
    size = 2 * sizeof(std::uint64_t);
  }
  if (version >= 6) {
    attributes.scoped = 3;  // abstract sockets, signals
    size = sizeof(RulesetAttributes);
  }
  const long rules = syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
  if (rules < 0) return core::Fail(core::ErrorCode::kIo, "Landlock refuses the rules of the parser sandbox");
  const int file = static_cast<int>(rules);
  for (const char* folder : {"/usr", "/lib", "/lib64", "/etc/fonts", "/etc/alternatives"}) Allow(file, folder, kRead);
  Allow(file, "/etc/ld.so.cache", LANDLOCK_ACCESS_FS_READ_FILE);
  for (const char* device : {"/dev/null", "/dev/urandom"}) Allow(file, device, LANDLOCK_ACCESS_FS_READ_FILE);
  Allow(file, program.c_str(), LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE);
  return file;
}

bool RestrictSelf(int rules) {
  return syscall(SYS_landlock_restrict_self, rules, 0) == 0;
}

}  // namespace commonground::ingest
