// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Seals and opens backups, and writes keys as text: Crockford's base 32 (https://www.crockford.com/base32.html), which
// has no letters that look alike, of the key and four bytes of its hash.
#include "store/backup/sealed_file.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "core/check.h"

namespace commonground::store {

using core::ErrorCode;

namespace {

constexpr std::string_view kMark = "CGB";
constexpr char kVersion = 1;
constexpr std::size_t kMadeAt = 4;
constexpr std::size_t kStudyAt = kMadeAt + 8;
constexpr std::size_t kStudyMark = 8;
constexpr std::size_t kKeyMarkAt = kStudyAt + kStudyMark;
constexpr std::size_t kKeyMark = 8;
static_assert(kLabelBytes == kKeyMarkAt);
constexpr std::size_t kKey = 32;
constexpr std::size_t kSealedKey = kKey + crypto_box_SEALBYTES;
constexpr std::size_t kStreamHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t kOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kChunk = 64u << 10;
constexpr std::size_t kSum = 4;
constexpr std::string_view kPublic = "cgbackup1";
constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kGroup = 5;
static_assert(crypto_box_SECRETKEYBYTES == kKey && crypto_box_PUBLICKEYBYTES == kKey &&
              crypto_secretstream_xchacha20poly1305_KEYBYTES == kKey);

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* Bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

// Four bytes that say whether the 32 before were typed as they were written.
std::array<unsigned char, kSum> SumOf(const unsigned char* key, std::string_view use) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), key, kKey, Bytes(use), use.size());
  return {hash[0], hash[1], hash[2], hash[3]};
}
constexpr std::string_view kOfSecret = "recovery text of a backup key";
constexpr std::string_view kOfPublic = "public half of a backup key  ";

// 36 bytes as 58 digits, five bits each.
constexpr std::size_t kTyped = ((kKey + kSum) * 8 + 4) / 5;

template <typename Put>
void Write(const unsigned char* key, std::string_view use, Put&& put) {
  const auto sum = SumOf(key, use);
  unsigned bits = 0;
  int held = 0;
  for (std::size_t i = 0; i < kKey + kSum; ++i) {
    bits = (bits << 8 | (i < kKey ? key[i] : sum[i - kKey])) & 0xfff;
    for (held += 8; held >= 5; held -= 5) put(kDigits[bits >> (held - 5) & 31]);
  }
  if (held > 0) put(kDigits[bits << (5 - held) & 31]);
}

// False: it is not what Write writes.
bool Read(std::string_view text, std::string_view use, unsigned char* key) {
  std::array<unsigned char, kKey + kSum> bytes{};
  std::size_t digits = 0;
  std::size_t at = 0;
  unsigned bits = 0;
  int held = 0;
  bool good = true;
  for (char c : text) {
    if (c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos || ++digits > kTyped) {
      good = false;
      break;
    }
    bits = (bits << 5 | static_cast<unsigned>(digit)) & 0xfff;
    held += 5;
    if (held >= 8 && at < bytes.size()) {
      held -= 8;
      bytes[at++] = static_cast<unsigned char>(bits >> held);
    }
  }
  good = good && digits == kTyped && at == bytes.size();
  if (good) {
    const auto sum = SumOf(bytes.data(), use);
    good = std::memcmp(sum.data(), bytes.data() + kKey, kSum) == 0;
    if (good) std::memcpy(key, bytes.data(), kKey);
  }
  sodium_memzero(bytes.data(), bytes.size());
  return good;
}

core::Status Start() {
  if (sodium_init() < 0) return core::Fail(ErrorCode::kIo, "libsodium does not start");
  return {};
}

// Tells which key a backup is for, and nothing else.
std::string KeyMarkOf(std::string_view public_bytes) {
  std::string mark(kKeyMark, '\0');
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), Bytes(public_bytes), public_bytes.size(), Bytes("mark"), 4);
  std::memcpy(mark.data(), hash.data(), kKeyMark);
  return mark;
}

core::Result<std::string> PublicBytes(std::string_view public_key) {
  std::string bytes(kKey, '\0');
  if (public_key.starts_with(kPublic) && Read(public_key.substr(kPublic.size()), kOfPublic, Bytes(bytes))) return bytes;
  return core::Fail(ErrorCode::kInvalidInput,
                    "this is no public key for backups. Nothing was written. Fix: give the line that begins with "
                    "cgbackup1, as it was printed with the backup");
}

core::Error Damaged() {
  return {ErrorCode::kCorrupt,
          "this backup was cut or changed, or is no backup. Nothing was restored. Fix: take another copy of it, or an "
          "older backup",
          {}};
}

struct Wiped {
  std::array<unsigned char, kKey> bytes{};
  ~Wiped() { sodium_memzero(bytes.data(), bytes.size()); }
};
struct Stream {
  crypto_secretstream_xchacha20poly1305_state state{};
  ~Stream() { sodium_memzero(&state, sizeof state); }
};

}  // namespace

core::Result<BackupKeys> BackupKeys::Of(core::Secret secret) {
  std::string public_bytes(kKey, '\0');
  const auto* bytes = Bytes(secret.text());
  crypto_scalarmult_base(Bytes(public_bytes), bytes);
  constexpr std::size_t kGroups = (kTyped + kGroup - 1) / kGroup;
  CG_ASSIGN_OR_RETURN(core::Secret recovery, core::Secret::OfSize(kTyped + kGroups - 1));
  std::size_t digits = 0;
  std::size_t at = 0;
  Write(bytes, kOfSecret, [&](char digit) {
    if (digits > 0 && digits % kGroup == 0) recovery.bytes()[at++] = '-';
    recovery.bytes()[at++] = digit;
    ++digits;
  });
  CG_CHECK(at == recovery.text().size(), "a key has as many digits as its text has room");
  return BackupKeys(std::move(secret), std::move(recovery), std::move(public_bytes));
}

core::Result<BackupKeys> BackupKeys::Make() {
  CG_RETURN_IF_ERROR(Start());
  CG_ASSIGN_OR_RETURN(core::Secret secret, core::Secret::OfSize(kKey));
  randombytes_buf(secret.bytes().data(), kKey);
  return Of(std::move(secret));
}

core::Result<BackupKeys> BackupKeys::FromRecoveryText(std::string_view text) {
  CG_RETURN_IF_ERROR(Start());
  CG_ASSIGN_OR_RETURN(core::Secret secret, core::Secret::OfSize(kKey));
  if (!Read(text, kOfSecret, reinterpret_cast<unsigned char*>(secret.bytes().data()))) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "this is not the recovery text of a backup key, or a character of it is wrong, missing or too "
                      "many. Fix: compare it with what you kept, group by group (12 groups, the last has three "
                      "characters). Without it nobody can open the backup, and nobody can make it again");
  }
  return Of(std::move(secret));
}

std::string BackupKeys::public_key() const {
  std::string text(kPublic);
  Write(Bytes(public_), kOfPublic,
        [&](char digit) { text += digit >= 'A' ? static_cast<char>(digit - 'A' + 'a') : digit; });
  return text;
}

core::Status CheckPublicKey(std::string_view public_key) {
  CG_RETURN_IF_ERROR(Start());
  const auto bytes = PublicBytes(public_key);
  if (!bytes) return core::Fail(bytes.error());
  return {};
}

std::optional<BackupLabel> LabelOf(std::string_view beginning) {
  if (beginning.size() < kLabelBytes || !beginning.starts_with(kMark)) return std::nullopt;
  BackupLabel label;
  std::uint64_t made = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    made |= static_cast<std::uint64_t>(static_cast<unsigned char>(beginning[kMadeAt + i])) << (8 * i);
  }
  label.made = static_cast<std::int64_t>(made);
  label.study_mark = beginning.substr(kStudyAt, kStudyMark);
  return label;
}

core::Status Seal(std::string_view public_key, const BackupLabel& label, std::span<const std::string_view> pieces,
                  const WriteBytes& write) {
  CG_CHECK(label.study_mark.size() == kStudyMark, "a study's mark in a backup is eight bytes");
  CG_RETURN_IF_ERROR(Start());
  CG_ASSIGN_OR_RETURN(const std::string to, PublicBytes(public_key));
  Wiped key;
  Stream stream;
  crypto_secretstream_xchacha20poly1305_keygen(key.bytes.data());
  std::string header(kMark);
  header += kVersion;
  for (int shift = 0; shift < 64; shift += 8) {
    header += static_cast<char>(static_cast<std::uint64_t>(label.made) >> shift & 0xff);
  }
  header += label.study_mark;
  header += KeyMarkOf(to);
  std::string sealed(kSealedKey, '\0');
  crypto_box_seal(Bytes(sealed), key.bytes.data(), kKey, Bytes(to));
  header += sealed;
  const std::size_t stream_at = header.size();
  header.resize(stream_at + kStreamHeader);
  crypto_secretstream_xchacha20poly1305_init_push(&stream.state, Bytes(header) + stream_at, key.bytes.data());
  CG_RETURN_IF_ERROR(write(header));
  std::string held;  // of pieces before, less than a chunk
  std::string chunk;
  const auto push = [&](std::string_view plain, unsigned char tag) {
    chunk.resize(plain.size() + kOverhead);
    crypto_secretstream_xchacha20poly1305_push(&stream.state, Bytes(chunk), nullptr, Bytes(plain), plain.size(),
                                               Bytes(header), header.size(), tag);
    return write(chunk);
  };
  for (std::string_view piece : pieces) {
    while (!piece.empty()) {
      if (held.size() == kChunk) {
        CG_RETURN_IF_ERROR(push(held, 0));
        held.clear();
      }
      const std::string_view next = piece.substr(0, kChunk - held.size());
      held += next;
      piece.remove_prefix(next.size());
    }
  }
  CG_RETURN_IF_ERROR(push(held, crypto_secretstream_xchacha20poly1305_TAG_FINAL));
  sodium_memzero(held.data(), held.size());
  return {};
}

core::Status Open(const BackupKeys& keys, const ReadBytes& read, const WriteBytes& write) {
  constexpr std::size_t kHeader = kKeyMarkAt + kKeyMark + kSealedKey + kStreamHeader;
  CG_ASSIGN_OR_RETURN(const std::string header, read(kHeader));
  if (!header.starts_with(kMark)) return core::Fail(Damaged());
  if (!header.starts_with(std::string(kMark) + kVersion)) {
    return core::Fail(ErrorCode::kNewerSchema,
                      "this backup was written by a newer program. Nothing was restored. Fix: use that one");
  }
  if (header.size() != kHeader) return core::Fail(Damaged());
  const std::string_view view(header);
  if (view.substr(kKeyMarkAt, kKeyMark) != KeyMarkOf(keys.public_bytes())) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "this backup was sealed to another key. Nothing was restored. Fix: give the recovery text that "
                      "belongs to it; without that nobody can open it");
  }
  Wiped key;
  if (crypto_box_seal_open(key.bytes.data(), Bytes(view.substr(kKeyMarkAt + kKeyMark)), kSealedKey,
                           Bytes(keys.public_bytes()), keys.secret()) != 0) {
    return core::Fail(Damaged());
  }
  Stream stream;
  if (crypto_secretstream_xchacha20poly1305_init_pull(
          &stream.state, Bytes(view.substr(kKeyMarkAt + kKeyMark + kSealedKey)), key.bytes.data()) != 0) {
    return core::Fail(Damaged());
  }
  std::string plain;
  for (bool last = false; !last;) {
    CG_ASSIGN_OR_RETURN(const std::string chunk, read(kChunk + kOverhead));
    if (chunk.size() < kOverhead) return core::Fail(Damaged());
    plain.resize(chunk.size() - kOverhead);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&stream.state, Bytes(plain), nullptr, &tag, Bytes(chunk),
                                                   chunk.size(), Bytes(header), header.size()) != 0) {
      return core::Fail(Damaged());
    }
    last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    CG_RETURN_IF_ERROR(write(plain));
  }
  CG_ASSIGN_OR_RETURN(const std::string more, read(1));
  if (!more.empty()) return core::Fail(Damaged());
  return {};
}

}  // namespace commonground::store
