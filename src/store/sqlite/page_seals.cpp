// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Block: mark (32), id (16), two slots of 512 bytes, each a length (2) and a wrapped key, and a line for people.  A new
// passphrase is written into the slot that is free, before the other one is emptied.
#include "store/sqlite/page_seals.h"

#include <sodium.h>

#include <cstring>
#include <map>
#include <mutex>

#include "store/sqlite/seal_slots.h"

namespace commonground::store {

using core::ErrorCode;

namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kNonce + kTag == kSealBytes);
constexpr const char* kContext = "CGpages1";  // of libsodium's derivation of keys: 8 letters

// What a seal is bound to.
std::array<unsigned char, 25> About(const PageKey::Id& id, SealedIn file, std::uint64_t at) {
  std::array<unsigned char, 25> about{};
  std::memcpy(about.data(), id.data(), id.size());
  about[16] = static_cast<unsigned char>(file);
  for (std::size_t i = 0; i < 8; ++i) about[17 + i] = static_cast<unsigned char>(at >> (8 * i));
  return about;
}

struct Known {
  std::mutex mutex;
  std::map<PageKey::Id, std::unique_ptr<PageKey>> keys;  // guarded by mutex; none is ever taken out
};
Known& Keys() {
  static Known known;
  return known;
}

}  // namespace

void PageKey::Free::operator()(unsigned char* bytes) const {
  sodium_free(bytes);
}

PageKey::Guarded PageKey::Subkey(const StudyKey& key, std::uint64_t number) {
  Guarded made(static_cast<unsigned char*>(sodium_malloc(32)));
  if (made) crypto_kdf_derive_from_key(made.get(), 32, number, kContext, key.bytes());
  return made;
}

core::Result<std::unique_ptr<PageKey>> PageKey::Make(const Id& id, const StudyKey& key) {
  Guarded pages = Subkey(key, 1);
  Guarded sums = Subkey(key, 2);
  if (!pages || !sums) return core::Fail(ErrorCode::kIo, "there is not enough locked memory for a key");
  return std::unique_ptr<PageKey>(new PageKey(id, std::move(pages), std::move(sums)));
}

void PageKey::Seal(std::span<unsigned char> page, SealedIn file, std::uint64_t at) const {
  const std::size_t body = page.size() - kSealBytes;
  unsigned char* nonce = page.data() + body;
  randombytes_buf(nonce, kNonce);
  const auto about = About(id_, file, at);
  crypto_aead_xchacha20poly1305_ietf_encrypt_detached(page.data(), nonce + kNonce, nullptr, page.data(), body,
                                                      about.data(), about.size(), nullptr, nonce, pages_.get());
}

bool PageKey::Open(std::span<unsigned char> page, SealedIn file, std::uint64_t at) const {
  const std::size_t body = page.size() - kSealBytes;
  unsigned char* nonce = page.data() + body;
  const auto about = About(id_, file, at);
  const int code = crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
      page.data(), nullptr, page.data(), body, nonce + kNonce, about.data(), about.size(), nonce, pages_.get());
  std::memset(nonce, 0, kSealBytes);
  return code == 0;
}

void PageKey::TurnSums(std::span<unsigned char> frame_header, std::uint64_t at) const {
  constexpr std::size_t kSumsAt = 16;
  std::array<unsigned char, 16> mask{};
  crypto_generichash_state state;
  const auto about = About(id_, SealedIn::kLog, at);
  crypto_generichash_init(&state, sums_.get(), 32, mask.size());
  crypto_generichash_update(&state, about.data(), about.size());
  crypto_generichash_update(&state, frame_header.data(), kSumsAt);
  crypto_generichash_final(&state, mask.data(), mask.size());
  for (std::size_t i = 0; i < kFrameHeader - kSumsAt; ++i) frame_header[kSumsAt + i] ^= mask[i];
}

bool IsSealBlock(std::string_view bytes) {
  return bytes.starts_with(std::string_view(kSealMark, kSealMarkBytes));
}

std::optional<PageKey::Id> IdInBlock(std::string_view bytes) {
  if (!IsSealBlock(bytes) || bytes.size() < kSealBlock) return std::nullopt;
  PageKey::Id id{};
  std::memcpy(id.data(), bytes.data() + kSealIdAt, id.size());
  return id;
}

core::Result<std::string> MakeSealBlock(const StudyKey& key, std::string_view passphrase, KdfCost cost) {
  CG_ASSIGN_OR_RETURN(const std::string wrapped, WrapKey(key, passphrase, cost));
  std::string block(kSealBlock, '\0');
  std::memcpy(block.data(), kSealMark, kSealMarkBytes);
  randombytes_buf(block.data() + kSealIdAt, std::tuple_size_v<PageKey::Id>);
  PutSlot(block, 0, wrapped);
  constexpr std::string_view kForPeople =
      "\nThis is an encrypted study of Common Ground. It opens with its passphrase only. Nobody can help who lost "
      "it.\n";
  std::memcpy(block.data() + kForPeopleAt, kForPeople.data(), kForPeople.size());
  return block;
}

core::Result<StudyKey> OpenSealBlock(std::string_view block, std::string_view passphrase) {
  if (block.size() < kSealBlock) return core::Fail(ErrorCode::kCorrupt, "the beginning of the encrypted study is cut");
  std::optional<core::Error> why;
  for (std::size_t slot = 0; slot < kSealSlots; ++slot) {
    const std::string_view wrapped = SlotIn(block, slot);
    if (wrapped.empty()) continue;
    auto key = UnwrapKey(wrapped, passphrase);
    if (key) return key;
    if (!why || key.error().code == ErrorCode::kInvalidInput) why = std::move(key).error();
  }
  if (why && why->code == ErrorCode::kInvalidInput) {
    why->message = "this is not the study's passphrase. Nothing was read. Fix: try again; nobody can help who lost it";
  }
  if (why) return core::Fail(std::move(*why));
  return core::Fail(ErrorCode::kCorrupt, "the beginning of the encrypted study is damaged: its key is not there");
}

const PageKey* KnownKey(const PageKey::Id& id) {
  Known& known = Keys();
  const std::lock_guard lock(known.mutex);
  const auto found = known.keys.find(id);
  return found == known.keys.end() ? nullptr : found->second.get();
}

core::Result<const PageKey*> KeepKey(const PageKey::Id& id, const StudyKey& key) {
  CG_ASSIGN_OR_RETURN(auto made, PageKey::Make(id, key));
  Known& known = Keys();
  const std::lock_guard lock(known.mutex);
  return known.keys.try_emplace(id, std::move(made)).first->second.get();
}

std::string SealFile(std::string database, std::string_view block, const PageKey& key) {
  for (std::size_t at = 0; at + kSealedPage <= database.size(); at += kSealedPage) {
    const std::span<unsigned char> page(reinterpret_cast<unsigned char*>(database.data()) + at, kSealedPage);
    std::memset(page.data() + page.size() - kSealBytes, 0, kSealBytes);
    key.Seal(page, SealedIn::kStudy, at);
  }
  database.insert(0, block.substr(0, kSealBlock));
  return database;
}

}  // namespace commonground::store
