// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the command report does besides making one: what would be published is looked at, and approved.
#pragma once

#include <memory>
#include <string>

#include "cli/command.h"

namespace commonground::cli {

// --preview: gives the exit code.
int WriteReportPreview(Console& session, const std::string& study, const std::string& folder,
                       const std::string& languages);
// --approve CONTENT, by the person of --as, who gives their passphrase.
Run AddReportApproval(CLI::App& command, const std::shared_ptr<std::string>& study);

}  // namespace commonground::cli
