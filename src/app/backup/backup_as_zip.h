// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A backup for who fetches it with a browser: nothing of it stays on the machine.
#pragma once

#include <optional>
#include <string>

#include "app/workspace.h"
#include "core/moment.h"
#include "core/progress.h"
#include "core/result.h"

namespace commonground::app {

// A ZIP of the backup, sealed to the study's own key, and of the list of withdrawals beside it, if there is one.
// Errors: those of CreateBackup, Io where the machine's memory has no room for it; NotFound: the study has no key yet.
// It is made with the first backup on the machine that keeps the study, where its recovery text is shown to one person,
// and travels over no network. Cost: as CreateBackup, and the ZIP in memory.
// The log says that it was made.
core::Result<std::string> BackupAsZip(const Workspace& workspace, core::Progress& progress);

struct BackupsSoFar {
  bool has_key = false;              // else BackupAsZip gives NotFound
  std::optional<core::Moment> last;  // by BackupAsZip, as the log has it; those of the command line are not known
};
// Errors: Forbidden; the store's.
core::Result<BackupsSoFar> ShowBackups(const Workspace& workspace);

}  // namespace commonground::app
