// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every English string of the pages.
#pragma once

#include <span>

namespace commonground::server {

std::span<const char* const> PageStrings();

}  // namespace commonground::server
