// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// SHA-256 (libsodium), for people who check files with sha256sum.  Inside the program: core/content_hash.h.
#pragma once

#include <string>
#include <string_view>

namespace commonground::core {

// 64 hex digits, lower case.  Threads: any.
std::string Sha256(std::string_view bytes);

}  // namespace commonground::core
