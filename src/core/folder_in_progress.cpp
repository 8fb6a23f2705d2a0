// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Everything goes through descriptors of folders that were opened once: who renames or links meanwhile changes names,
// not where this writes.
#include "core/folder_in_progress.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>

#include "core/files.h"
#include "core/in_place.h"

namespace commonground::core {

namespace fs = std::filesystem;

namespace {

Result<Descriptor> MakeFolderAt(const Descriptor& parent, const std::string& name, const fs::path& shown) {
  const bool made = ::mkdirat(parent.number(), name.c_str(), 0700) == 0;
  if (!made && errno != EEXIST) return SystemError(errno, "create the folder", shown);
  Descriptor folder = OpenBelow(parent, name, O_RDONLY | O_DIRECTORY);
  if (!folder.open()) return SystemError(errno, "open the folder", shown);
  if (made && ::fchmod(folder.number(), 0700) != 0) return SystemError(errno, "set the permissions", shown);
  return folder;
}

bool IsEmpty(const fs::path& folder) {
  std::error_code error;
  return fs::is_empty(folder, error) && !error;
}

}  // namespace

FolderInProgress::FolderInProgress(FolderInProgress&& other) noexcept
    : shown_(std::move(other.shown_)),
      name_(std::move(other.name_)),
      part_(std::move(other.part_)),
      marker_(std::move(other.marker_)),
      parent_(std::move(other.parent_)),
      folder_(std::move(other.folder_)),
      old_(std::move(other.old_)),
      older_(other.older_),
      paths_(std::move(other.paths_)),
      manifest_(std::move(other.manifest_)),
      done_(std::exchange(other.done_, true)) {}

FolderInProgress::~FolderInProgress() {
  if (!done_ && IsAt(parent_, part_, folder_)) RemoveTree(parent_, part_, {});
}

Result<FolderInProgress> FolderInProgress::Begin(const fs::path& target, std::string marker) {
  fs::path whole = fs::absolute(target).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  if (!whole.has_filename()) {
    return Fail(ErrorCode::kInvalidInput, "cannot be replaced. Fix: name another folder", target.string());
  }
  CG_RETURN_IF_ERROR(MakeFolders(whole.parent_path()));
  FolderInProgress out;
  out.shown_ = target;
  out.name_ = whole.filename().string();
  out.marker_ = std::move(marker);
  out.parent_ = Descriptor(::open(whole.parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!out.parent_.open()) return SystemError(errno, "open the folder", whole.parent_path());
  SweepParts(whole.parent_path());
  CG_ASSIGN_OR_RETURN(out.older_, OwnThingAt(out.parent_, out.name_, Expected::kFolder, target));
  if (out.older_) {
    out.old_ = OpenBelow(out.parent_, out.name_, O_RDONLY | O_DIRECTORY);
    if (!out.old_.open()) return SystemError(errno, "open the folder", target);
    if (::fstat(out.old_.number(), &*out.older_) != 0) return SystemError(errno, "look at the folder", target);
    CG_RETURN_IF_ERROR(CheckOwn(*out.older_, Expected::kFolder, target));
    CG_RETURN_IF_ERROR(out.MayReplace());
  }
  out.part_ = PartName();
  if (::mkdirat(out.parent_.number(), out.part_.c_str(), 0700) != 0) {
    return SystemError(errno, "create a folder beside", target);
  }
  out.done_ = false;
  out.folder_ = OpenBelow(out.parent_, out.part_, O_RDONLY | O_DIRECTORY);
  if (!out.folder_.open()) return SystemError(errno, "open the folder beside", target);
  ::flock(out.folder_.number(), LOCK_EX | LOCK_NB);
  ::fchmod(out.folder_.number(), 0700);
  return out;
}

Status FolderInProgress::MayReplace() const {
  if (IsEmpty("/proc/self/fd/" + std::to_string(old_.number()))) return {};
  return Manifest::Check(old_, marker_, Manifest::Missing::kRefused, shown_);
}

Status FolderInProgress::Write(std::string_view relative_path, std::string_view bytes) {
  CG_RETURN_IF_ERROR(paths_.Add(relative_path));
  const fs::path shown = shown_ / relative_path;
  Descriptor within;
  const Descriptor* at = &folder_;
  std::string_view rest = relative_path;
  for (std::size_t slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
    CG_ASSIGN_OR_RETURN(Descriptor next, MakeFolderAt(*at, std::string(rest.substr(0, slash)), shown));
    within = std::move(next);
    at = &within;
    rest.remove_prefix(slash + 1);
  }
  const Descriptor file = OpenBelow(*at, rest, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.open()) return SystemError(errno, "create the file", shown);
  CG_RETURN_IF_ERROR(WriteAll(file, bytes, shown));
  manifest_.Add(relative_path, bytes);
  return {};
}

Status FolderInProgress::Commit() {
  // The list appears whole, too: half a list would look like one that a person changed.
  const std::string part = PartName();
  const Descriptor list = OpenBelow(folder_, part, O_WRONLY | O_CREAT | O_EXCL);
  if (!list.open()) return SystemError(errno, "create the list of files", shown_);
  CG_RETURN_IF_ERROR(WriteAll(list, manifest_.Text(), shown_));
  if (::fsync(list.number()) != 0) return SystemError(errno, "flush the list of files to disk", shown_);
  if (::renameat(folder_.number(), part.c_str(), folder_.number(), marker_.c_str()) != 0) {
    return SystemError(errno, "name the list of files", shown_);
  }
  if (old_.open()) ::flock(old_.number(), LOCK_EX | LOCK_NB);
  CG_ASSIGN_OR_RETURN(const bool replaced, PutInPlace(
                                               parent_, part_, name_, older_, [&] { return MayReplace(); }, shown_));
  done_ = true;
  if (replaced) RemoveTree(parent_, part_, marker_);
  return {};
}

}  // namespace commonground::core
