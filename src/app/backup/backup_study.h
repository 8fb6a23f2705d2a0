// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Backups: a study as one file that only who keeps a key, away from the study, can open.  They are made while people
// work, of a file or a database; what is restored has lost what was withdrawn since before anybody sees it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "core/moment.h"
#include "core/progress.h"
#include "core/result.h"
#include "core/secret.h"

namespace commonground::app {

struct BackupRequest {
  std::filesystem::path file;
  std::string to;  // a public key; empty: the study's own, made with its first backup
  // Shows a new key's recovery text to a person, or keeps it where they said; called before anything is written, and
  // nothing is when it fails.
  std::function<core::Status(std::string_view recovery_text, const std::string& public_key)> keep_key;
};
struct BackupMade {
  std::int64_t bytes = 0;  // of the file
  std::string to;
  bool made_key = false;
  bool has_list = false;  // FILE.withdrawals lies beside it
};
// Whole or not at all, mode 0600, in place of an older backup of this user.
// Errors: InvalidInput: no public key; Io: disk full, not enough memory; those of the store and of keep_key.
// Cost: the study's size in memory, twice for a moment; about 150 MB a second.
core::Result<BackupMade> CreateBackup(const Workspace& workspace, const BackupRequest& request,
                                      core::Progress& progress);

struct BackupChecked {
  core::Moment made;
  std::int64_t documents = 0;
  std::int64_t codings = 0;
  std::int64_t originals = 0;
  std::size_t due = 0;  // withdrawals that came after it, of the lists beside it: a restore carries them out
};
// Restores it into a scratch place (in memory, where there is room), reads all of it, compares what it holds with what
// was noted when it was made, and takes the scratch place away.
// Errors: Corrupt: cut, changed, or not what was noted; InvalidInput: another key; NewerSchema; Io.
core::Result<BackupChecked> VerifyBackup(const std::filesystem::path& file, const core::Secret& recovery_text,
                                         core::Progress& progress);

struct RestoreRequest {
  std::filesystem::path file;
  std::string place;           // a study file that is not there yet, or an address
  std::filesystem::path list;  // the newest list of withdrawals; empty: that beside `place`
  bool none_since = false;     // a person says that nothing was withdrawn since
};
struct BackupRestored {
  BackupChecked checked;
  std::size_t documents_gone = 0;  // by the lists
  std::size_t consents_closed = 0;
};
// Errors: as VerifyBackup; NoConsent: there is no list of withdrawals newer than the backup's own, and nobody said that
// there is none; Conflict: something is at `place`.
core::Result<BackupRestored> RestoreBackup(const RestoreRequest& request, const core::Secret& recovery_text,
                                           const core::Clock& clock, core::Progress& progress);

// How many backups stay of a study: the newest of each of so many days, weeks and months that have one; the newest of
// all stays whatever the schedule says.
struct PruneSchedule {
  int days = 7;
  int weeks = 4;
  int months = 12;
};
struct PrunedFile {
  std::filesystem::path file;
  core::Moment made;
  bool stays = true;
  std::string why;  // "day", "week", "month", "newest"
};
// The backups in a folder, the newest first, study by study.  Files that are none are passed over.
core::Result<std::vector<PrunedFile>> PlanPruning(const std::filesystem::path& folder, const PruneSchedule& schedule);
// Takes away those that do not stay, with the lists beside them.  Errors: Io; what was taken away by then is gone.
core::Status Prune(const std::vector<PrunedFile>& plan);

}  // namespace commonground::app
