// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts files together in one container that every coding program opens.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/result.h"

namespace commonground::ingest {

// A zip of these files, deflated, in this order.  The same files give the same bytes: every time is 1980-01-01, and
// nothing says who made it, where, or with what.
// Requires: names are ASCII and stay inside.  Errors: Io: not enough memory; InvalidInput: 2 GB or more in one file,
// which other programs do not read.  Cost: linear.
core::Result<std::string> PackProject(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace commonground::ingest
