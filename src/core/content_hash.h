// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Content hashes (BLAKE2b-256, libsodium), in lower-case hex.  Stored in study files: must not change.
#pragma once

#include <string>
#include <string_view>

namespace commonground::core {

// 64 hex digits.  Cost: about 1 GB/s.  Threads: any.
std::string ContentHash(std::string_view bytes);

}  // namespace commonground::core
