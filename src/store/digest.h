// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A BLAKE2b-256 digest of rows, fed piece by piece.  Stored in study files: what is fed must not change.
#pragma once

#include <sodium.h>

#include <string>
#include <string_view>

namespace commonground::store {

class Digest {
 public:
  Digest() { crypto_generichash_init(&state_, nullptr, 0, 32); }
  void Add(std::string_view bytes) {
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  // 64 hex digits; nothing may be added afterwards.
  std::string Finish() {
    unsigned char hash[32];
    crypto_generichash_final(&state_, hash, sizeof hash);
    std::string hex(64, '\0');
    for (std::size_t i = 0; i < sizeof hash; ++i) {
      hex[2 * i] = "0123456789abcdef"[hash[i] >> 4];
      hex[2 * i + 1] = "0123456789abcdef"[hash[i] & 15];
    }
    return hex;
  }

 private:
  crypto_generichash_state state_;
};

}  // namespace commonground::store
