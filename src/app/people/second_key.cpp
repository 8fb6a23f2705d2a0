// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// OpenSSL makes the HMAC with SHA-1, which the apps on phones ask for and libsodium does not have; libqrencode the
// picture.

#include "app/people/second_key.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <qrencode.h>
#include <sodium.h>

#include <array>
#include <memory>

#include "core/content_hash.h"

namespace commonground::app {

namespace {

constexpr std::int64_t kSeconds = 30;
constexpr std::int64_t kStepsAhead = 10;  // five minutes: clocks of several servers may differ
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";  // RFC 4648

std::string RandomLetters(std::size_t count) {
  std::string letters;
  for (std::size_t i = 0; i < count; ++i) letters += kLetters[randombytes_uniform(32)];
  return letters;
}

std::string BytesOf(std::string_view base32) {
  std::string bytes;
  unsigned bits = 0;
  unsigned held = 0;
  for (const char c : base32) {
    const std::size_t value = kLetters.find(c);
    if (value == std::string_view::npos) continue;
    held = (held << 5U) | static_cast<unsigned>(value);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((held >> bits) & 0xffU);
  }
  return bytes;
}

}  // namespace

std::string NewSecondKey() {
  return sodium_init() < 0 ? "" : RandomLetters(32);
}

std::string CodeOfStep(std::string_view key_bytes, std::int64_t step, int digits) {
  std::array<unsigned char, 8> counter{};
  for (std::size_t i = 0; i < 8; ++i) {
    counter[7 - i] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (8 * i));
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned size = 0;
  HMAC(EVP_sha1(), key_bytes.data(), static_cast<int>(key_bytes.size()), counter.data(), counter.size(), mac.data(),
       &size);
  if (size < 20) return {};
  const std::size_t at = mac[size - 1] & 0xfU;
  const std::uint32_t number = (static_cast<std::uint32_t>(mac[at] & 0x7fU) << 24U) |
                               (static_cast<std::uint32_t>(mac[at + 1]) << 16U) |
                               (static_cast<std::uint32_t>(mac[at + 2]) << 8U) | mac[at + 3];
  std::uint32_t modulus = 1;
  for (int i = 0; i < digits; ++i) modulus *= 10;
  return fmt::format("{:0{}}", number % modulus, digits);
}

std::string CodeOfKey(const std::string& key, std::int64_t step) {
  return CodeOfStep(BytesOf(key), step);
}

std::optional<std::int64_t> StepOfCode(const std::string& key, std::string_view code, std::int64_t now,
                                       std::int64_t last) {
  std::string typed;
  for (const char c : code) {
    if (c != ' ') typed += c;
  }
  const std::string bytes = BytesOf(key);
  if (typed.size() != 6 || bytes.empty()) return std::nullopt;
  std::optional<std::int64_t> found;
  // Used on a clock that was ahead and was put right since: its codes are none of those of today.
  if (last > now / kSeconds + kStepsAhead) last = 0;
  for (const std::int64_t step : {now / kSeconds, now / kSeconds - 1, now / kSeconds + 1}) {
    const std::string good = CodeOfStep(bytes, step);
    if (sodium_memcmp(good.data(), typed.data(), 6) == 0 && step > last) found = step;
  }
  return found;
}

std::string AddressOfSecondKey(const std::string& key, const std::string& name) {
  // `name` is an id: nothing in it needs escaping.
  return fmt::format("otpauth://totp/Workbench:{}?secret={}&issuer=Workbench", name, key);
}

std::optional<QrPicture> QrOf(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  if (!code) return std::nullopt;
  QrPicture picture;
  picture.size = code->width;
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width;) {
      int end = x;
      while (end < code->width && (code->data[y * code->width + end] & 1U) != 0) ++end;
      if (end > x) picture.path += fmt::format("M{} {}h{}v1h-{}z", x, y, end - x, end - x);
      x = end > x ? end : x + 1;
    }
  }
  return picture;
}

std::vector<std::string> NewRecoveryCodes() {
  std::vector<std::string> codes;
  for (int i = 0; i < 8 && sodium_init() >= 0; ++i) {
    codes.push_back(fmt::format("{}-{}-{}-{}", RandomLetters(6), RandomLetters(6), RandomLetters(6), RandomLetters(6)));
  }
  return codes;
}

std::string HashOfRecoveryCode(std::string_view code) {
  std::string bare;
  for (char c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (kLetters.find(c) != std::string_view::npos) bare += c;
  }
  return core::ContentHash("recovery " + bare);
}

}  // namespace commonground::app
