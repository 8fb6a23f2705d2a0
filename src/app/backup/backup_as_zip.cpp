// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes the backup in a folder of this program alone, and reads it back.

#include "app/backup/backup_as_zip.h"

#include <filesystem>
#include <limits>

#include "app/backup/backup_study.h"
#include "app/backup/scratch.h"
#include "app/gateway/entry.h"
#include "app/people/audit_rows.h"
#include "app/withdrawal/list_place.h"
#include "app/zip_files.h"
#include "core/files.h"
#include "store/people/people_store.h"

namespace commonground::app {

using store::PeopleStore;
using store::PeopleTables;

namespace {
constexpr const char* kBackupName = "study.cgbackup";
constexpr const char* kMade = "made a backup";  // in the log
constexpr const char* kInMemory = "/dev/shm";   // a study may be encrypted: no copy of it goes to the disk
}  // namespace

core::Result<std::string> BackupAsZip(const Workspace& workspace, core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Scratch scratch, Scratch::Make(0, kInMemory));
  BackupRequest request;
  request.file = scratch.folder() / kBackupName;
  request.keep_key = [](std::string_view, const std::string&) -> core::Status {
    return core::Fail(core::ErrorCode::kNotFound,
                      "this study has no key for backups yet. Nothing was made. Fix: make the first backup on the "
                      "machine that keeps the study, and write down the recovery text that it shows");
  };
  CG_ASSIGN_OR_RETURN(const BackupMade made, CreateBackup(workspace, request, progress));
  ZipFiles files;
  const auto add = [&](const std::filesystem::path& path) -> core::Status {
    CG_ASSIGN_OR_RETURN(const std::string bytes, core::ReadFile(path, std::numeric_limits<std::int64_t>::max()));
    return files.Write(path.filename().string(), bytes);
  };
  CG_RETURN_IF_ERROR(add(request.file));
  if (made.has_list) CG_RETURN_IF_ERROR(add(ListBeside(request.file)));
  CG_ASSIGN_OR_RETURN(std::string bytes, files.Bytes());
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kCreateBackup));
  CG_ASSIGN_OR_RETURN(PeopleStore people, PeopleStore::At(in.store.place(), PeopleStore::Open::kToWrite));
  CG_RETURN_IF_ERROR(people.Edit([&](PeopleTables& tables) -> core::Status {
    AddAudit(tables, in.actor.now.unix_seconds(), in.caller.person.value, kMade, "");
    return {};
  }));
  return bytes;
}

core::Result<BackupsSoFar> ShowBackups(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kCreateBackup));
  BackupsSoFar so_far;
  CG_ASSIGN_OR_RETURN(const std::string key, in.store.BackupKey());
  so_far.has_key = !key.empty();
  CG_ASSIGN_OR_RETURN(PeopleStore people, PeopleStore::At(in.store.place(), PeopleStore::Open::kToRead));
  CG_RETURN_IF_ERROR(people.Read([&](PeopleTables& tables) -> core::Status {
    if (const auto line = tables.LastAuditOf(kMade)) so_far.last = core::Moment::FromUnixSeconds(line->at);
    return {};
  }));
  return so_far;
}

}  // namespace commonground::app
