// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The editions of the report that were published, as the study keeps them.
#pragma once

#include <vector>

#include "app/workspace.h"
#include "core/result.h"
#include "model/results/edition.h"

namespace commonground::app {

// The oldest first.  Errors: Forbidden; the store's.
core::Result<std::vector<model::EditionRecord>> ListEditions(const Workspace& workspace);

}  // namespace commonground::app
