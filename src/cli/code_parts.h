// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The parts of `commonground code`, in two sources: the codebook, and codings with their history.
#pragma once

#include <span>

#include "cli/editing.h"

namespace commonground::cli {

std::span<const Part> CodebookParts();
std::span<const Part> CodingParts();

}  // namespace commonground::cli
