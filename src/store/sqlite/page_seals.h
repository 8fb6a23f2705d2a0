// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The pages of an encrypted study file, and of its log (-wal): each is sealed under the study's key and opens at its own
// place only.  What SQLite reads and writes passes through here (study_vfs.h); nothing of it is in the clear on a disk.
//
//     block of 4096 bytes    that it is such a file, its id, the key under the passphrase (sealed.h), twice
//     page, page, ...        XChaCha20-Poly1305; nonce and tag are in its last 40 bytes, which SQLite leaves alone
//
// In the log, headers of frames stay as they are but for their sums, which would tell of the page; so numbers of pages,
// their count, and when they were written can be seen.  An older state of a page can be put back by who writes the file:
// it is against who reads it.  docs/decisions/0040-encrypted-study-files.md
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"
#include "store/vault/sealed.h"

namespace commonground::store {

inline constexpr int kSealBytes = 40;  // of a page, which SQLite is told to leave alone
inline constexpr std::size_t kSealedPage = 4096;
inline constexpr std::size_t kSealBlock = 4096;  // before the pages
inline constexpr std::size_t kLogHeader = 32;
inline constexpr std::size_t kFrameHeader = 24;  // of a page in the log

// What a page belongs to.
enum class SealedIn : std::uint8_t { kStudy = 1, kLog = 2 };

// The keys of one study, for as long as the program runs.  Threads: any.
class PageKey {
 public:
  using Id = std::array<unsigned char, 16>;
  // Errors: Io: not enough locked memory.
  static core::Result<std::unique_ptr<PageKey>> Make(const Id& id, const StudyKey& key);

  // In place, one page.  `at`: where it stands in its file, as SQLite counts.  Cost: about 4 microseconds.
  // Requires: the last kSealBytes are 0.
  void Seal(std::span<unsigned char> page, SealedIn file, std::uint64_t at) const;
  // False: changed, or of another place or study; the page is then of no use.  The last kSealBytes become 0.
  bool Open(std::span<unsigned char> page, SealedIn file, std::uint64_t at) const;
  // Hides and shows the sums in the header of a frame; the same function does both.
  void TurnSums(std::span<unsigned char> frame_header, std::uint64_t at) const;

  const Id& id() const { return id_; }

 private:
  struct Free {
    void operator()(unsigned char* bytes) const;
  };
  using Guarded = std::unique_ptr<unsigned char, Free>;
  PageKey(const Id& id, Guarded pages, Guarded sums)
      : id_(id), pages_(std::move(pages)), sums_(std::move(sums)) {}
  static Guarded Subkey(const StudyKey& key, std::uint64_t number);
  Id id_;
  Guarded pages_;
  Guarded sums_;
};

// The first block of an encrypted file.
bool IsSealBlock(std::string_view bytes);
std::optional<PageKey::Id> IdInBlock(std::string_view bytes);
// A new one.  Errors: as WrapKey.
core::Result<std::string> MakeSealBlock(const StudyKey& key, std::string_view passphrase, KdfCost cost = {});
// Errors: as UnwrapKey.
core::Result<StudyKey> OpenSealBlock(std::string_view block, std::string_view passphrase);

// The key of this study, where somebody gave its passphrase since the program began; nullptr: nobody did.
const PageKey* KnownKey(const PageKey::Id& id);
// Never taken out again: files that are open point to it.  Errors: Io.
core::Result<const PageKey*> KeepKey(const PageKey::Id& id, const StudyKey& key);

// Seals a whole database that was made in memory, with kSealBytes reserved, behind its block.
std::string SealFile(std::string database, std::string_view block, const PageKey& key);

}  // namespace commonground::store
