// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The list is text, so that a person can check a folder with b2sum -l 256.
#include "core/manifest.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <limits>
#include <memory>
#include <set>

#include "core/content_hash.h"

namespace commonground::core {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kHead =
    "Written by Common Ground; replaced as a whole as long as nothing in it was changed.\n";
constexpr std::size_t kHashDigits = 64;
constexpr std::int64_t kMaxBytes = 1'000'000'000;

tl::unexpected<Error> NotOurs(std::string what, const fs::path& shown) {
  return Fail(ErrorCode::kInvalidInput,
              std::move(what) + ". Nothing was written. Fix: name another folder, or move this one away first",
              shown.string());
}

// Compares what is in a folder with a list, deleting from the list what is there.
class Comparison {
 public:
  Comparison(std::map<std::string, std::string, std::less<>>& expected, std::string manifest, const fs::path& shown)
      : expected_(expected), manifest_(std::move(manifest)), shown_(shown) {
    for (const auto& [path, hash] : expected_) {
      for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        folders_.insert(path.substr(0, slash));
      }
    }
  }

  // No deeper than the list goes.
  Status Walk(const Descriptor& folder, const std::string& before) {
    const int number = ::openat(folder.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (number < 0) return SystemError(errno, "open the folder", shown_ / before);
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(number), &::closedir);
    if (!stream) return SystemError(errno, "read the folder", shown_ / before);
    while (const dirent* entry = ::readdir(stream.get())) {  // NOLINT(concurrency-mt-unsafe): a stream of our own
      const std::string name = entry->d_name;
      if (name == "." || name == ".." || before + name == manifest_) continue;
      CG_RETURN_IF_ERROR(Look(folder, name, before + name));
    }
    return {};
  }

 private:
  Status Look(const Descriptor& folder, const std::string& name, const std::string& path) {
    struct stat about {};
    if (::fstatat(folder.number(), name.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0) {
      return SystemError(errno, "look at", shown_ / path);
    }
    if (S_ISDIR(about.st_mode) && folders_.contains(path)) {
      const Descriptor below = OpenBelow(folder, name, O_RDONLY | O_DIRECTORY);
      if (!below.open()) return SystemError(errno, "open the folder", shown_ / path);
      return Walk(below, path + "/");
    }
    const auto found = expected_.find(path);
    if (found == expected_.end() || !S_ISREG(about.st_mode)) {
      return NotOurs(fmt::format("{} was not written by this program", path), shown_);
    }
    const Descriptor file = OpenBelow(folder, name, O_RDONLY);
    if (!file.open()) return SystemError(errno, "open the file", shown_ / path);
    CG_ASSIGN_OR_RETURN(const std::string bytes,
                        ReadAll(file, std::numeric_limits<std::int64_t>::max(), shown_ / path));
    if (ContentHash(bytes) != found->second) {
      return NotOurs(fmt::format("{} was changed since this program wrote it", path), shown_);
    }
    expected_.erase(found);
    return {};
  }

  std::map<std::string, std::string, std::less<>>& expected_;
  std::set<std::string> folders_;
  std::string manifest_;
  const fs::path& shown_;
};

}  // namespace

void Manifest::Add(std::string_view path, std::string_view bytes) {
  hashes_.emplace(path, ContentHash(bytes));
}

std::string Manifest::Text() const {
  std::string text(kHead);
  for (const auto& [path, hash] : hashes_) text += hash + "  " + path + "\n";
  return text;
}

Status Manifest::Check(const Descriptor& folder, const std::string& name, Missing missing, const fs::path& shown) {
  const Descriptor file = OpenBelow(folder, name, O_RDONLY);
  const Result<std::string> read =
      file.open() ? ReadAll(file, kMaxBytes, shown) : Result<std::string>(SystemError(errno, "open", shown));
  if (!read || !read->starts_with(kHead)) {
    return NotOurs("exists and was not created by Common Ground", shown);
  }
  std::map<std::string, std::string, std::less<>> expected;
  for (std::string_view rest = std::string_view(*read).substr(kHead.size()); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.size() < kHashDigits + 3) return NotOurs("its list of files (" + name + ") was changed", shown);
    expected.emplace(line.substr(kHashDigits + 2), line.substr(0, kHashDigits));
  }
  CG_RETURN_IF_ERROR(Comparison(expected, name, shown).Walk(folder, {}));
  if (missing == Missing::kRefused && !expected.empty()) {
    return NotOurs(fmt::format("{} was removed since this program wrote it", expected.begin()->first), shown);
  }
  return {};
}

}  // namespace commonground::core
