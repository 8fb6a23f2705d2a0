// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Passphrases: which are good enough, and their hashes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace commonground::app {

inline constexpr std::size_t kShortestPassphrase = 15;   // code points
inline constexpr std::size_t kLongestPassphrase = 1024;  // bytes

// Any characters, no composition rule: only length, and that it is none that others try first: those of
// data/common-passphrases, one pattern over and over, a run of keys, or hardly more than `context` (the name, the
// study's title).  Requires: canonical text.
// Errors: InvalidInput, which never repeats it.
core::Status CheckPassphrase(std::string_view passphrase, const std::vector<std::string>& context);

// Argon2id (libsodium), 3 passes over 64 MiB, as "$argon2id$v=19$m=65536,t=3,p=1$...".
// Errors: Io: there is no memory for it.  Cost: 64 MiB and a quarter of a second; the caller bounds how many at once.
core::Result<std::string> HashPassphrase(std::string_view passphrase);
bool IsPassphrase(const std::string& hash, std::string_view passphrase);

}  // namespace commonground::app
