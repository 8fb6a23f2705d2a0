// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes a study folder to start from.
#pragma once

#include <filesystem>
#include <string>

#include "core/progress.h"
#include "core/result.h"

namespace commonground::app {

// An empty study with five regions of four places each, all built-in definitions, the indicators of country law, and
// the header line of every table.  Errors: InvalidInput: `folder` is there already and not empty; Io.
core::Status NewStudy(const std::filesystem::path& folder, const std::string& title, core::Progress& progress);

}  // namespace commonground::app
