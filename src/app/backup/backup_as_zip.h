// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A backup for who fetches it with a browser: nothing of it stays on the machine.
#pragma once

#include <string>

#include "app/workspace.h"
#include "core/progress.h"
#include "core/result.h"

namespace commonground::app {

// A ZIP of the backup, sealed to the study's own key, and of the list of withdrawals beside it, if there is one.
// Errors: those of CreateBackup, Io where the machine's memory has no room for it; NotFound: the study has no key yet.
// It is made with the first backup on the machine that keeps the study, where its recovery text is shown to one person,
// and travels over no network. Cost: as CreateBackup, and the ZIP in memory.
core::Result<std::string> BackupAsZip(const Workspace& workspace, core::Progress& progress);

}  // namespace commonground::app
