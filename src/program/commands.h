// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// All commands of the program, in the order of its help.
#pragma once

#include <span>

#include "cli/command.h"

namespace commonground {

std::span<const cli::Command> Commands();

// `commonground serve`: opens the other door.
cli::Run AddServe(CLI::App& command);

}  // namespace commonground
