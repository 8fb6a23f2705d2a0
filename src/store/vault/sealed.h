// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Encryption of original files.  Only libsodium's own constructions; every blob says with which it was made, so that
// they can be replaced.  docs/file-formats.md, section 3; docs/decisions/0013-vault.md.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

namespace commonground::store {

// 32 bytes in guarded memory that is not swapped out and is overwritten at the end.  While one exists the program
// leaves no core dump.
class StudyKey {
 public:
  static core::Result<StudyKey> Make();  // random
  StudyKey(StudyKey&&) noexcept = default;
  StudyKey& operator=(StudyKey&&) noexcept = default;
  const unsigned char* bytes() const { return bytes_.get(); }

 private:
  friend core::Result<StudyKey> UnwrapKey(std::string_view, std::string_view);
  struct Free {
    void operator()(unsigned char* bytes) const;
  };
  static core::Result<StudyKey> Empty();
  explicit StudyKey(std::unique_ptr<unsigned char, Free> bytes) : bytes_(std::move(bytes)) {}
  std::unique_ptr<unsigned char, Free> bytes_;
};

// Of Argon2id.  The default takes about half a second and 128 MiB.
struct KdfCost {
  unsigned long long passes = 4;
  std::size_t memory_bytes = 128u << 20;
};

inline constexpr std::size_t kFewestPassphraseLetters = 12;

// The study key under a passphrase: header, cost, salt, nonce, secretbox.
// Errors: InvalidInput: fewer than 12 letters; Io: not enough memory.
core::Result<std::string> WrapKey(const StudyKey& key, std::string_view passphrase, KdfCost cost = {});
// Errors: InvalidInput: another passphrase; NewerSchema: an unknown version; Corrupt; Io: not enough memory.
core::Result<StudyKey> UnwrapKey(std::string_view wrapped, std::string_view passphrase);

// `about` is bound to the blob: it opens only with the same (a document's id and its hash).
// Cost: about 1 GB a second; memory: a copy.
std::string SealBlob(const StudyKey& key, std::string_view bytes, std::string_view about);
// Errors: Corrupt: changed, cut off, another key, another `about`; NewerSchema: an unknown version.
core::Result<std::string> OpenBlob(const StudyKey& key, std::string_view sealed, std::string_view about);

}  // namespace commonground::store
