// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The commands that serve a study and keep the people of its server.
#pragma once

#include "cli/command.h"

namespace commonground::cli {

Run AddServe(CLI::App& command);
Run AddPeople(CLI::App& command);
Run AddAudit(CLI::App& command);

}  // namespace commonground::cli
