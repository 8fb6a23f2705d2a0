// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// organisation import STUDY FILE: a spreadsheet of organisations.
#pragma once

#include "cli/noun_parts.h"

namespace commonground::cli {

RunPart AddImportOfOrganisations(CLI::App& command);

}  // namespace commonground::cli
