// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A second key beside the passphrase: six digits from an app on a phone (TOTP, RFC 6238: SHA-1, 30 seconds), and codes
// on paper for the day when the phone is lost.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::app {

// A random one, 160 bits, as the apps take it (base 32).
std::string NewSecondKey();

// The code of a step; `digits` and the bytes of the key, for the vectors of the RFC.
std::string CodeOfStep(std::string_view key_bytes, std::int64_t step, int digits = 6);

std::string CodeOfKey(const std::string& key, std::int64_t step);

// The step whose code this is: now, the one before or the one after; none of those up to `last`, which were used
// (unless that lies more than five minutes ahead: the clock was put right since, and nobody is kept out until then).
// Spaces in `code` are let pass.  nullopt: it is no such code.
std::optional<std::int64_t> StepOfCode(const std::string& key, std::string_view code, std::int64_t now,
                                       std::int64_t last);

// "otpauth://totp/..." with a label that tells neither the program nor the study.
std::string AddressOfSecondKey(const std::string& key, const std::string& name);

// A QR picture as what an SVG path draws: a square of 1 a dark cell, in `size` by `size`.
struct QrPicture {
  int size = 0;
  std::string path;  // "M0 0h7v1h-7z..."
};
std::optional<QrPicture> QrOf(const std::string& text);

// Eight codes of 120 bits, "ABCD12-...", each good once; their hashes are kept.
std::vector<std::string> NewRecoveryCodes();
// Of a code as somebody types it: case, spaces and hyphens do not matter.
std::string HashOfRecoveryCode(std::string_view code);

}  // namespace commonground::app
