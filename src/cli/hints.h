// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What would mend an error, as a command that can be typed: app names a use case and its arguments, and nothing else
// knows what the commands are called.
#pragma once

#include <string>

#include "core/error.h"

namespace commonground::cli {

// "commonground code tree STUDY"; empty: the hint names nothing that a command does.
std::string CommandFor(const core::Hint& hint);

// The message with its fix, for people: "there is no code of this id. Nothing was changed. Fix: commonground ...".
std::string WithFix(const core::Error& error);

}  // namespace commonground::cli
