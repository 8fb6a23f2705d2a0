// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A backup is a line that says what is in it, then a whole study file.  A study in a database becomes a study file
// first, in memory, of one moment.

#include "app/backup/backup_study.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>

#include "app/backup/scratch.h"
#include "app/copy_study.h"
#include "app/gateway/entry.h"
#include "app/withdrawal/carry_out.h"
#include "app/withdrawal/list_place.h"
#include "core/content_hash.h"
#include "core/descriptor.h"
#include "core/files.h"
#include "core/hinted.h"
#include "store/backup/sealed_file.h"

namespace commonground::app {

namespace fs = std::filesystem;
using core::ErrorCode;
using store::OpenMode;
using store::StudyStore;

namespace {

constexpr const char* kStudyName = "study.cg";
constexpr std::size_t kLongestNote = 4096;

fs::path FolderOf(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

// What was noted when the backup was made, and is compared when it is read.
struct Note {
  std::string made;
  std::string hash;  // of the study file
  std::int64_t documents = 0;
  std::int64_t codings = 0;
  std::int64_t originals = 0;

  std::string Line() const {
    return nlohmann::json{{"common-ground-backup", 1}, {"made", made},       {"hash", hash},
                          {"documents", documents},    {"codings", codings}, {"originals", originals}}
               .dump() +
           "\n";
  }
  static core::Result<Note> From(std::string_view line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    try {
      Note note;
      note.made = json.at("made").get<std::string>();
      note.hash = json.at("hash").get<std::string>();
      note.documents = json.at("documents").get<std::int64_t>();
      note.codings = json.at("codings").get<std::int64_t>();
      note.originals = json.at("originals").get<std::int64_t>();
      return note;
    } catch (const nlohmann::json::exception&) {
      return core::Fail(ErrorCode::kCorrupt, "the backup opens, and what it says of itself cannot be read");
    }
  }
};

// Takes a copy of all that a study in a database says at one moment.
core::Status CopyMoment(const StudyStore& from, const fs::path& file, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(StudyStore to, StudyStore::Open(file, OpenMode::kCreateOrWrite));
  const auto copy = [&]() -> core::Status {
    CG_ASSIGN_OR_RETURN(const model::Study study, from.Load(progress));
    CG_ASSIGN_OR_RETURN(const auto files, from.ImportedFiles());
    CG_RETURN_IF_ERROR(to.Save(study, files, progress));
    CG_RETURN_IF_ERROR(to.CopyVault(from));
    return to.CopySecret(from);
  };
  return from.Read(copy);
}

core::Result<std::string> ImageOf(const StudyStore& store, const fs::path& near, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(auto image, store.Image());
  if (image) return std::move(*image);
  CG_ASSIGN_OR_RETURN(const Scratch scratch, Scratch::Make(256u << 20, near));
  const fs::path file = scratch.folder() / kStudyName;
  CG_RETURN_IF_ERROR(CopyMoment(store, file, progress));
  CG_ASSIGN_OR_RETURN(const StudyStore copy, StudyStore::Open(file, OpenMode::kRead));
  CG_ASSIGN_OR_RETURN(auto of_copy, copy.Image());
  return std::move(of_copy).value_or(std::string());
}

std::string LabelMark(const std::string& study_mark) {
  std::string mark;
  for (std::size_t i = 0; i < 16; i += 2) {
    mark += static_cast<char>(std::stoi(study_mark.substr(i, 2), nullptr, 16));
  }
  return mark;
}

// A file that appears under its name whole, or not at all.
class FileInProgress {
 public:
  static core::Result<FileInProgress> Begin(const fs::path& target) {
    std::string name = (FolderOf(target) / ".common-ground-part-XXXXXX").string();
    core::Descriptor file(::mkostemp(name.data(), O_CLOEXEC));  // mode 0600
    if (!file.open()) return core::SystemError(errno, "make the backup", target);
    (void)::flock(file.number(), LOCK_EX | LOCK_NB);  // so that nobody sweeps it away (core/sweep.h)
    return FileInProgress(target, name, std::move(file));
  }
  FileInProgress(FileInProgress&& other) noexcept
      : target_(std::move(other.target_)), name_(std::move(other.name_)), file_(std::move(other.file_)) {
    other.name_.clear();
  }
  FileInProgress& operator=(FileInProgress&&) = delete;
  ~FileInProgress() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }

  core::Status Write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(file_.number(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return core::SystemError(errno, "write the backup", target_);
      bytes.remove_prefix(static_cast<std::size_t>(written));
      size_ += written;
    }
    return {};
  }
  core::Status Commit() {
    if (::fsync(file_.number()) != 0) return core::SystemError(errno, "flush the backup to disk", target_);
    struct stat there {};
    if (::lstat(target_.c_str(), &there) == 0) {
      CG_RETURN_IF_ERROR(core::CheckOwn(there, core::Expected::kFile, target_));
    }
    if (::rename(name_.c_str(), target_.c_str()) != 0) {
      return core::SystemError(errno, "put the backup in its place", target_);
    }
    name_.clear();
    const core::Descriptor folder = core::OpenFolder(FolderOf(target_));
    if (folder.open()) (void)::fsync(folder.number());
    return {};
  }
  std::int64_t size() const { return size_; }

 private:
  FileInProgress(fs::path target, std::string name, core::Descriptor file)
      : target_(std::move(target)), name_(std::move(name)), file_(std::move(file)) {}
  fs::path target_;
  std::string name_;
  core::Descriptor file_;
  std::int64_t size_ = 0;
};

// The lists that lie beside backups of one study all say what the newest says.
void SpreadList(const fs::path& folder, const coding::WithdrawalList& list, const std::string& secret) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".withdrawals" || !entry.is_regular_file(error)) continue;
    const auto text = ReadList(entry.path());
    if (!text) continue;
    auto there = coding::WithdrawalList::Read(*text, secret);
    if (!there || there->Holds(list)) continue;
    there->Add(list);
    (void)WriteList(entry.path(), there->Text());  // another folder's list is as good
  }
}

struct Opened {
  Note note;
  Scratch scratch;
  fs::path file;  // the study, in it
};

core::Result<Opened> OpenInScratch(const fs::path& backup, const core::Secret& recovery_text, const fs::path& near) {
  CG_ASSIGN_OR_RETURN(const auto keys, store::BackupKeys::FromRecoveryText(recovery_text.text()));
  const core::Descriptor file(::open(backup.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat about {};
  if (!file.open() || ::fstat(file.number(), &about) != 0) return core::SystemError(errno, "open the backup", backup);
  if (!S_ISREG(about.st_mode)) {
    return core::Fail(ErrorCode::kInvalidInput, "this is not a regular file. Fix: name a backup", backup.string());
  }
  const auto read = [&](std::size_t most) -> core::Result<std::string> {
    std::string bytes(most, '\0');
    std::size_t at = 0;
    while (at < most) {
      const ssize_t got = ::read(file.number(), bytes.data() + at, most - at);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return core::SystemError(errno, "read the backup", backup);
      if (got == 0) break;
      at += static_cast<std::size_t>(got);
    }
    bytes.resize(at);
    return bytes;
  };
  CG_ASSIGN_OR_RETURN(Scratch scratch, Scratch::Make(static_cast<std::uint64_t>(about.st_size), near));
  fs::path study = scratch.folder() / kStudyName;
  std::string line;
  bool in_study = false;
  std::string image;
  const auto write = [&](std::string_view bytes) -> core::Status {
    if (!in_study) {
      const std::size_t end = bytes.find('\n');
      if (end == std::string_view::npos || end > kLongestNote) {
        return core::Fail(ErrorCode::kCorrupt, "the backup opens, and what it says of itself cannot be read");
      }
      line = bytes.substr(0, end);
      bytes.remove_prefix(end + 1);
      in_study = true;
      image.reserve(static_cast<std::size_t>(about.st_size));
    }
    image += bytes;
    return {};
  };
  auto opened = store::Open(keys, read, write);
  if (!opened) {
    core::Error error = std::move(opened).error();
    if (error.where.empty()) error.where = backup.string();
    return core::Fail(std::move(error));
  }
  CG_ASSIGN_OR_RETURN(Note note, Note::From(line));
  if (core::ContentHash(image) != note.hash) {
    return core::Fail(ErrorCode::kCorrupt, "the backup is not what was noted when it was made. Nothing was restored",
                      backup.string());
  }
  CG_RETURN_IF_ERROR(core::WriteFile(study, image));
  return Opened{std::move(note), std::move(scratch), std::move(study)};
}

core::Result<BackupChecked> Check(const Opened& opened, const StudyStore& store, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const model::Study study, store.Load(progress));
  CG_ASSIGN_OR_RETURN(const auto originals, store.Originals());
  BackupChecked checked;
  CG_ASSIGN_OR_RETURN(checked.made, core::Moment::Parse(opened.note.made));
  checked.documents = std::ssize(study.documents);
  checked.codings = std::ssize(study.codings);
  checked.originals = std::ssize(originals);
  if (checked.documents != opened.note.documents || checked.codings != opened.note.codings ||
      checked.originals != opened.note.originals) {
    return core::Fail(ErrorCode::kCorrupt, "the backup does not hold what was noted when it was made");
  }
  return checked;
}

// Those beside the backup and, if it is a place, beside that; the one that a person named.
struct Lists {
  std::vector<std::string> texts;
  bool has_newest = false;
};
core::Result<Lists> ListsFor(const RestoreRequest& request) {
  Lists lists;
  const auto add = [&](const fs::path& path) -> core::Result<bool> {
    CG_ASSIGN_OR_RETURN(std::string text, ReadList(path));
    const bool is_there = !text.empty();
    if (is_there) lists.texts.push_back(std::move(text));
    return is_there;
  };
  CG_RETURN_IF_ERROR(add(ListBeside(request.file)));
  const auto place = store::StudyLocation::Parse(request.place);
  if (place && place->is_file()) {
    CG_ASSIGN_OR_RETURN(lists.has_newest, add(ListBeside(place->file())));
  }
  if (request.list.empty()) return lists;
  CG_ASSIGN_OR_RETURN(const bool named, add(request.list));
  if (!named) {
    return core::Fail(ErrorCode::kNotFound, "there is no list of withdrawals of this name, or it is empty",
                      request.list.string());
  }
  lists.has_newest = true;
  return lists;
}

}  // namespace

core::Result<BackupMade> CreateBackup(const Workspace& workspace, const BackupRequest& request,
                                      core::Progress& progress) {
  BackupMade made;
  CG_RETURN_IF_ERROR(core::MakeFolders(FolderOf(request.file)));
  {
    CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kCreateBackup));
    made.to = request.to;
    if (made.to.empty()) {
      CG_ASSIGN_OR_RETURN(made.to, in.store.BackupKey());
    }
    if (!made.to.empty()) CG_RETURN_IF_ERROR(store::CheckPublicKey(made.to));
  }
  if (made.to.empty()) {
    CG_ASSIGN_OR_RETURN(const auto keys, store::BackupKeys::Make());
    made.to = keys.public_key();
    CG_RETURN_IF_ERROR(request.keep_key(keys.recovery_text(), made.to));
    CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kKeepBackupKey));
    CG_RETURN_IF_ERROR(in.store.KeepBackupKey(made.to));
    made.made_key = true;
  }
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kCreateBackup));
  const StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(const std::string image, ImageOf(store, FolderOf(request.file), progress));
  Note note;
  note.made = in.actor.now.Text();
  note.hash = core::ContentHash(image);
  std::string secret;
  coding::WithdrawalList list("");
  {
    // What the file in the backup says, not what the study says by now.
    CG_ASSIGN_OR_RETURN(const Scratch scratch, Scratch::Make(image.size(), FolderOf(request.file)));
    const fs::path copy = scratch.folder() / kStudyName;
    CG_RETURN_IF_ERROR(core::WriteFile(copy, image));
    CG_ASSIGN_OR_RETURN(const StudyStore written, StudyStore::Open(copy, OpenMode::kRead));
    CG_ASSIGN_OR_RETURN(const auto originals, written.Originals());
    CG_ASSIGN_OR_RETURN(const model::Study study, written.LoadWithoutText());
    CG_ASSIGN_OR_RETURN(const auto counts, written.CountByCode());
    note.documents = std::ssize(study.documents);
    for (const auto& one : counts) note.codings += one.codings;
    note.originals = std::ssize(originals);
    CG_ASSIGN_OR_RETURN(secret, written.Secret());
    CG_ASSIGN_OR_RETURN(list, ListOf(written));
  }
  const std::string line = note.Line();
  CG_ASSIGN_OR_RETURN(auto file, FileInProgress::Begin(request.file));
  const store::BackupLabel label{in.actor.now.unix_seconds(), LabelMark(list.StudyMark())};
  const std::array<std::string_view, 2> pieces{line, image};
  progress.Begin("Writing the backup", static_cast<std::int64_t>(image.size()));
  CG_RETURN_IF_ERROR(store::Seal(made.to, label, pieces, [&](std::string_view bytes) -> core::Status {
    progress.Advance(file.size());
    if (progress.Cancelled()) return core::Fail(ErrorCode::kCancelled, "stopped. No backup was made");
    return file.Write(bytes);
  }));
  progress.End();
  CG_RETURN_IF_ERROR(WriteList(ListBeside(request.file), list.Text()));
  CG_RETURN_IF_ERROR(file.Commit());
  made.bytes = file.size();
  made.has_list = !list.empty();
  SpreadList(FolderOf(request.file), list, secret);
  return made;
}

core::Result<BackupChecked> VerifyBackup(const fs::path& file, const core::Secret& recovery_text,
                                         core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Opened opened, OpenInScratch(file, recovery_text, FolderOf(file)));
  CG_ASSIGN_OR_RETURN(const StudyStore store, StudyStore::Open(opened.file, OpenMode::kRead));
  CG_ASSIGN_OR_RETURN(BackupChecked checked, Check(opened, store, progress));
  CG_ASSIGN_OR_RETURN(coding::WithdrawalList list, ListOf(store));
  CG_ASSIGN_OR_RETURN(const std::string secret, store.Secret());
  CG_ASSIGN_OR_RETURN(const std::string beside, ReadList(ListBeside(file)));
  CG_ASSIGN_OR_RETURN(const auto newer, coding::WithdrawalList::Read(beside, secret));
  list.Add(newer);
  CG_ASSIGN_OR_RETURN(const model::Study study, store.LoadWithoutText());
  for (const auto& one : list.DueIn(study)) {
    const bool closed = std::ranges::any_of(study.consents, [&](const model::Consent& consent) {
      return consent.subject == one.subject && consent.scope == one.scopes.front() && consent.withdrawn;
    });
    if (!closed) ++checked.due;
  }
  return checked;
}

core::Result<BackupRestored> RestoreBackup(const RestoreRequest& request, const core::Secret& recovery_text,
                                           const core::Clock& clock, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const store::StudyLocation place, store::StudyLocation::Parse(request.place));
  const fs::path near = place.is_file() ? FolderOf(place.file()) : FolderOf(request.file);
  std::error_code ignored;
  if (place.is_file() && fs::exists(fs::symlink_status(place.file(), ignored))) {
    return core::Fail(ErrorCode::kConflict,
                      "something is at this place already. Nothing was restored. Fix: name another place, or move what "
                      "is there away (leave the list of withdrawals beside it where it is)",
                      place.Shown());
  }
  CG_ASSIGN_OR_RETURN(const Lists lists, ListsFor(request));
  if (!lists.has_newest && !request.none_since) {
    return core::FailWithHint(
        ErrorCode::kNoConsent,
        "what was withdrawn since this backup was made must not come back, and the list of withdrawals is not beside "
        "the place. Nothing was restored. Fix: name the newest list that you have (it lies beside the study and beside "
        "its backups, and ends in .withdrawals); or, if nobody has taken back a consent since, say so",
        request.place, {"restore backup", {{"place", request.place}}});
  }
  CG_ASSIGN_OR_RETURN(const Opened opened, OpenInScratch(request.file, recovery_text, near));
  BackupRestored restored;
  std::string image;
  std::string list;
  {
    CG_ASSIGN_OR_RETURN(StudyStore store, StudyStore::Open(opened.file, OpenMode::kWrite));
    CG_ASSIGN_OR_RETURN(restored.checked, Check(opened, store, progress));
    if (!lists.texts.empty()) {
      CG_ASSIGN_OR_RETURN(const CarriedOut done, CarryOut(store, {}, clock.Now(), progress, lists.texts));
      restored.documents_gone = done.removed.documents.size();
      restored.consents_closed = static_cast<std::size_t>(done.removed.consents);
    }
    CG_ASSIGN_OR_RETURN(list, store.Withdrawals());
    CG_ASSIGN_OR_RETURN(auto bytes, store.Image());
    image = std::move(bytes).value_or(std::string());
  }
  if (!place.is_file()) {
    CG_RETURN_IF_ERROR(CopyStudy(opened.file.string(), request.place, OnExisting::kRefuse, progress));
    return restored;
  }
  // The list first: a study that was killed into its place without it would be one that nobody watches over.
  CG_RETURN_IF_ERROR(WriteList(ListBeside(place.file()), list));
  CG_RETURN_IF_ERROR(core::WriteFile(place.file(), image));
  return restored;
}

}  // namespace commonground::app
