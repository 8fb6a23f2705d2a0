// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What an edition says, whatever form and language somebody asks for, as one hash: that is what two people approve.
#pragma once

#include <string>

#include "core/progress.h"
#include "core/result.h"
#include "model/results/publication.h"

namespace commonground::app {

// Over every page and table in every language.  Equal publications give equal hashes, on any machine with this program.
// Returns: 64 hex digits.  Errors: Cancelled.  Cost: that of the site in five languages and of the open data; nothing
// of them is kept.
core::Result<std::string> ContentOf(const model::Publication& publication, core::Progress& progress);

}  // namespace commonground::app
