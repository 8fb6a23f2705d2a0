// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Hashes bytes with libsodium.

#include "core/content_hash.h"

#include <sodium.h>

#include <array>

#include "core/check.h"

namespace commonground::core {

std::string ContentHash(std::string_view bytes) {
  CG_CHECK(sodium_init() >= 0, "libsodium starts on every supported system");
  std::array<unsigned char, 32> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  std::string hex(digest.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  hex.pop_back();
  return hex;
}

}  // namespace commonground::core
