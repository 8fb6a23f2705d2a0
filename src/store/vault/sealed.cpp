// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Key:  "CGK" version passes(8) memory(8) salt(16) nonce(24) secretbox(16 + 32)     XSalsa20-Poly1305 under Argon2id
// Blob: "CGV" version stream header(24) chunks of 64 KiB, each 17 bytes longer        XChaCha20-Poly1305 secretstream
// The last chunk is tagged as the last, so that a blob that was cut off does not open.
#include "store/vault/sealed.h"

#include <sodium.h>
#include <sys/prctl.h>

#include <array>
#include <cstring>

#include "core/check.h"
#include "core/text_range.h"

namespace commonground::store {

using core::ErrorCode;

namespace {

constexpr char kVersion = 1;
constexpr std::string_view kKeyMark = "CGK";
constexpr std::string_view kBlobMark = "CGV";
constexpr std::size_t kChunk = 64u << 10;
constexpr std::size_t kChunkOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kStreamHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t kHeader = 4;
static_assert(crypto_secretbox_KEYBYTES == 32 && crypto_secretstream_xchacha20poly1305_KEYBYTES == 32);

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* Bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

void AppendNumber(std::string& bytes, unsigned long long number) {
  for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>((number >> shift) & 0xff);
}
unsigned long long NumberAt(std::string_view bytes, std::size_t at) {
  unsigned long long number = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    number |= static_cast<unsigned long long>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return number;
}

core::Status CheckHeader(std::string_view bytes, std::string_view mark) {
  if (bytes.size() < kHeader || !bytes.starts_with(mark))
    return core::Fail(ErrorCode::kCorrupt, "this is not of the vault");
  if (bytes[mark.size()] == kVersion) return {};
  return core::Fail(ErrorCode::kNewerSchema,
                    "the vault was written by a newer program. Fix: install the newer program");
}

constexpr std::size_t kSaltAt = kHeader + 16;
constexpr std::size_t kNonceAt = kSaltAt + crypto_pwhash_SALTBYTES;
constexpr std::size_t kBoxAt = kNonceAt + crypto_secretbox_NONCEBYTES;
constexpr std::size_t kBoxLength = crypto_secretbox_MACBYTES + 32;

// The key that wraps the study key.
core::Status Derive(unsigned char* into, std::string_view passphrase, std::string_view salt, unsigned long long passes,
                    unsigned long long memory) {
  const bool sane = passes >= crypto_pwhash_OPSLIMIT_MIN && passes <= 1000 && memory >= crypto_pwhash_MEMLIMIT_MIN &&
                    memory <= (2ULL << 30);
  if (!sane) return core::Fail(ErrorCode::kCorrupt, "the vault's key is damaged");
  const int code = crypto_pwhash(into, 32, passphrase.data(), passphrase.size(), Bytes(salt), passes,
                                 static_cast<std::size_t>(memory), crypto_pwhash_ALG_ARGON2ID13);
  if (code != 0) return core::Fail(ErrorCode::kIo, "there is not enough memory to open the vault (128 MB)");
  return {};
}

}  // namespace

void StudyKey::Free::operator()(unsigned char* bytes) const {
  sodium_free(bytes);
}

core::Result<StudyKey> StudyKey::Empty() {
  if (sodium_init() < 0) return core::Fail(ErrorCode::kIo, "libsodium does not start");
  prctl(PR_SET_DUMPABLE, 0);
  std::unique_ptr<unsigned char, Free> bytes(static_cast<unsigned char*>(sodium_malloc(32)));
  if (!bytes) return core::Fail(ErrorCode::kIo, "there is not enough locked memory for a key");
  return StudyKey(std::move(bytes));
}

core::Result<StudyKey> StudyKey::Make() {
  CG_ASSIGN_OR_RETURN(StudyKey key, Empty());
  randombytes_buf(key.bytes_.get(), 32);
  return key;
}

core::Result<std::string> WrapKey(const StudyKey& key, std::string_view passphrase, KdfCost cost) {
  if (core::CountCodePoints(passphrase) < static_cast<std::int64_t>(kFewestPassphraseLetters)) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "the passphrase is shorter than 12 characters. Fix: use four or five words that nobody would put "
                      "together");
  }
  std::string wrapped(kKeyMark);
  wrapped += kVersion;
  AppendNumber(wrapped, cost.passes);
  AppendNumber(wrapped, cost.memory_bytes);
  wrapped.resize(kBoxAt + kBoxLength);
  randombytes_buf(Bytes(wrapped) + kSaltAt, kBoxAt - kSaltAt);
  CG_ASSIGN_OR_RETURN(const StudyKey over, StudyKey::Make());  // guarded memory for the derived key
  auto* derived = const_cast<unsigned char*>(over.bytes());
  CG_RETURN_IF_ERROR(
      Derive(derived, passphrase, std::string_view(wrapped).substr(kSaltAt), cost.passes, cost.memory_bytes));
  crypto_secretbox_easy(Bytes(wrapped) + kBoxAt, key.bytes(), 32, Bytes(wrapped) + kNonceAt, derived);
  return wrapped;
}

core::Result<StudyKey> UnwrapKey(std::string_view wrapped, std::string_view passphrase) {
  CG_RETURN_IF_ERROR(CheckHeader(wrapped, kKeyMark));
  if (wrapped.size() != kBoxAt + kBoxLength) return core::Fail(ErrorCode::kCorrupt, "the vault's key is damaged");
  CG_ASSIGN_OR_RETURN(const StudyKey over, StudyKey::Make());
  auto* derived = const_cast<unsigned char*>(over.bytes());
  CG_RETURN_IF_ERROR(
      Derive(derived, passphrase, wrapped.substr(kSaltAt), NumberAt(wrapped, kHeader), NumberAt(wrapped, kHeader + 8)));
  CG_ASSIGN_OR_RETURN(StudyKey key, StudyKey::Empty());
  if (crypto_secretbox_open_easy(key.bytes_.get(), Bytes(wrapped.substr(kBoxAt)), kBoxLength,
                                 Bytes(wrapped.substr(kNonceAt)), derived) != 0) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "this is not the study's passphrase. Fix: try again; without it the originals cannot be opened");
  }
  return key;
}

std::string SealBlob(const StudyKey& key, std::string_view bytes, std::string_view about) {
  std::string sealed(kBlobMark);
  sealed += kVersion;
  sealed.resize(kHeader + kStreamHeader);
  crypto_secretstream_xchacha20poly1305_state state;
  crypto_secretstream_xchacha20poly1305_init_push(&state, Bytes(sealed) + kHeader, key.bytes());
  do {
    const std::string_view chunk = bytes.substr(0, kChunk);
    bytes.remove_prefix(chunk.size());
    const unsigned char tag = bytes.empty() ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
    const std::size_t at = sealed.size();
    sealed.resize(at + chunk.size() + kChunkOverhead);
    crypto_secretstream_xchacha20poly1305_push(&state, Bytes(sealed) + at, nullptr, Bytes(chunk), chunk.size(),
                                               Bytes(about), about.size(), tag);
  } while (!bytes.empty());
  sodium_memzero(&state, sizeof state);
  return sealed;
}

core::Result<std::string> OpenBlob(const StudyKey& key, std::string_view sealed, std::string_view about) {
  const auto damaged = [] {
    return core::Fail(ErrorCode::kCorrupt,
                      "the original does not open: it was changed, or belongs to another study or document");
  };
  CG_RETURN_IF_ERROR(CheckHeader(sealed, kBlobMark));
  if (sealed.size() < kHeader + kStreamHeader + kChunkOverhead) return damaged();
  crypto_secretstream_xchacha20poly1305_state state;
  if (crypto_secretstream_xchacha20poly1305_init_pull(&state, Bytes(sealed.substr(kHeader)), key.bytes()) != 0)
    return damaged();
  sealed.remove_prefix(kHeader + kStreamHeader);
  std::string bytes;
  bytes.reserve(sealed.size());
  for (bool last = false; !last;) {
    const std::string_view chunk = sealed.substr(0, kChunk + kChunkOverhead);
    if (chunk.size() < kChunkOverhead) return damaged();
    sealed.remove_prefix(chunk.size());
    const std::size_t at = bytes.size();
    bytes.resize(at + chunk.size() - kChunkOverhead);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&state, Bytes(bytes) + at, nullptr, &tag, Bytes(chunk), chunk.size(),
                                                   Bytes(about), about.size()) != 0) {
      return damaged();
    }
    last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (last != sealed.empty()) return damaged();
  }
  sodium_memzero(&state, sizeof state);
  return bytes;
}

}  // namespace commonground::store
