// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// BLAKE2b with a key, from libsodium.  The secret is hashed first, so that it may have any length.

#include "core/keyed_hash.h"

#include <sodium.h>

#include <array>

#include "core/check.h"

namespace commonground::core {

namespace {

using Bytes = std::array<unsigned char, 32>;

Bytes HashOf(std::string_view bytes, const unsigned char* key, std::size_t key_bytes) {
  CG_CHECK(sodium_init() >= 0, "libsodium starts on every supported system");
  Bytes hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), key,
                     key_bytes);
  return hash;
}

std::string Hex(const Bytes& bytes) {
  std::array<char, 2 * 32 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  return hex.data();
}

}  // namespace

std::string NewSecret() {
  CG_CHECK(sodium_init() >= 0, "libsodium starts on every supported system");
  Bytes secret{};
  randombytes_buf(secret.data(), secret.size());
  return Hex(secret);
}

std::string KeyedHash(std::string_view secret, std::string_view bytes) {
  const Bytes key = HashOf(secret, nullptr, 0);
  return Hex(HashOf(bytes, key.data(), key.size()));
}

}  // namespace commonground::core
