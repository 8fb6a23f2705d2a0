// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A backup: bytes that only who holds the secret half of a key can read again, also whoever made it cannot.  A random
// key of its own is sealed to the public key (X25519 and XSalsa20-Poly1305, crypto_box_seal); the bytes are a
// secretstream under it (XChaCha20-Poly1305) in chunks of 64 KiB, of which the last says that it is the last.
// docs/file-formats.md, section 5.
//
//     "CGB" version(1) made(8) study mark(8) key mark(8) sealed key(80) stream header(24) chunks
//
// Whoever has the file can read when it was made, and which files are of one study and for one key; nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"
#include "core/secret.h"

namespace commonground::store {

// What people keep in two places.  The text is what they write down: five groups of letters and digits a line, of which
// a mistyped one is found.
class BackupKeys {
 public:
  // A new pair.
  static core::Result<BackupKeys> Make();
  // From what people kept, with any spaces, hyphens and line ends, in capitals or not; O is 0, I and L are 1.
  // Errors: InvalidInput: a character too many, too few or mistyped (nothing of it is repeated).
  static core::Result<BackupKeys> FromRecoveryText(std::string_view text);

  // "cgbackup1..." : to seal with.
  std::string public_key() const;
  // To open with; wiped with the object.
  std::string_view recovery_text() const { return recovery_.text(); }
  const unsigned char* secret() const { return reinterpret_cast<const unsigned char*>(secret_.text().data()); }
  const std::string& public_bytes() const { return public_; }

 private:
  BackupKeys(core::Secret secret, core::Secret recovery, std::string public_bytes)
      : secret_(std::move(secret)), recovery_(std::move(recovery)), public_(std::move(public_bytes)) {}
  static core::Result<BackupKeys> Of(core::Secret secret);
  core::Secret secret_;    // 32 bytes
  core::Secret recovery_;  // the same, as text
  std::string public_;     // 32 bytes
};

// Errors: InvalidInput: it is no public key of ours.
core::Status CheckPublicKey(std::string_view public_key);

using WriteBytes = std::function<core::Status(std::string_view bytes)>;
// The next bytes, at most so many; fewer only at the end.
using ReadBytes = std::function<core::Result<std::string>(std::size_t most)>;

// What can be read of a backup without any key.
struct BackupLabel {
  std::int64_t made = 0;   // unix seconds
  std::string study_mark;  // 8 bytes; the same for backups of one study
  friend bool operator==(const BackupLabel&, const BackupLabel&) = default;
};
inline constexpr std::size_t kLabelBytes = 20;  // of the beginning of a file
// nullopt: it is no backup.
std::optional<BackupLabel> LabelOf(std::string_view beginning);

// Requires: a good public key; the label's mark is 8 bytes.  Cost: linear; 128 KiB.
core::Status Seal(std::string_view public_key, const BackupLabel& label, std::span<const std::string_view> pieces,
                  const WriteBytes& write);

// Errors: Corrupt: cut, changed, longer than it was, or no backup; InvalidInput: another key; NewerSchema; those of
// `read` and `write`.  What was written by then is good only if it succeeds.
core::Status Open(const BackupKeys& keys, const ReadBytes& read, const WriteBytes& write);

}  // namespace commonground::store
