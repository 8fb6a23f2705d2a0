// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The second barrier: Landlock rules (https://docs.kernel.org/userspace-api/landlock.html) that leave a process the
// system's libraries to read, and nothing to write.
#pragma once

#include <filesystem>

#include "core/result.h"

namespace commonground::ingest {

// Does this kernel know Landlock, and is it switched on?
bool HasLandlock();

// A ruleset (a file descriptor, the caller closes it) that allows reading /usr, /lib*, fonts and `program`, and running
// them.  Errors: Io.
core::Result<int> LandlockRules(const std::filesystem::path& program);

// In a child before exec: calls the kernel only.  False when it is refused.  Requires: no_new_privs.
bool RestrictSelf(int rules);

}  // namespace commonground::ingest
