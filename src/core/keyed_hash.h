// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A hash that only who has the secret can make: an order or a number by it tells nothing about what was hashed.
#pragma once

#include <string>
#include <string_view>

namespace commonground::core {

// 64 random hex digits.
std::string NewSecret();

// 64 hex digits: BLAKE2b-256 of `bytes` under `secret`.  The same for the same two.
std::string KeyedHash(std::string_view secret, std::string_view bytes);

}  // namespace commonground::core
