// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes and reads GUIDs.

#include "core/guid.h"

#include <sodium.h>

#include <array>

#include "core/check.h"

namespace commonground::core {

namespace {

using Bytes = std::array<unsigned char, 16>;

std::string Text(Bytes bytes, unsigned char version) {
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0fU) | (version << 4U));
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3fU) | 0x80U);
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += kDigits[bytes[i] >> 4U];
    text += kDigits[bytes[i] & 0x0fU];
  }
  return text;
}

}  // namespace

std::string NewGuid() {
  CG_CHECK(sodium_init() >= 0, "libsodium starts on every supported system");
  Bytes bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return Text(bytes, 4);
}

std::string GuidOf(std::string_view name) {
  CG_CHECK(sodium_init() >= 0, "libsodium starts on every supported system");
  Bytes bytes{};
  crypto_generichash(bytes.data(), bytes.size(), reinterpret_cast<const unsigned char*>(name.data()), name.size(),
                     nullptr, 0);
  return Text(bytes, 8);
}

std::optional<std::string> ReadGuid(std::string_view text) {
  if (text.size() == 38 && text.front() == '{' && text.back() == '}') text = text.substr(1, 36);
  if (text.size() != 36) return std::nullopt;
  std::string guid(text);
  for (std::size_t i = 0; i < guid.size(); ++i) {
    char& c = guid[i];
    if (i == 8 || i == 13 || i == 18 || i == 23) {
      if (c != '-') return std::nullopt;
    } else if (c >= 'A' && c <= 'F') {
      c = static_cast<char>(c - 'A' + 'a');
    } else if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
      return std::nullopt;
    }
  }
  return guid;
}

}  // namespace commonground::core
