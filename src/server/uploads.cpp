// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// libsodium's secretstream seals pieces of 64 kB, the last one marked as such: a piece that was cut off, put in or
// changed does not open.

#include "server/uploads.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>
#include <vector>

#include "core/check.h"
#include "core/descriptor.h"

namespace commonground::server {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

constexpr std::size_t kPiece = 64 * 1024;
constexpr std::size_t kSealedPiece = kPiece + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kMaxOfOne = 12;  // files of a person
constexpr std::int64_t kMaxBytesOfOne = 300'000'000;
constexpr std::int64_t kMaxBytes = 1'000'000'000;
constexpr std::int64_t kKeptSeconds = 3600;

// No name leads to it, or none does a moment later.
core::Descriptor WithoutAName(const fs::path& folder) {
  core::Descriptor file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (file.open() || errno == EACCES || errno == EROFS || errno == ENOSPC) return file;
  std::string name = (folder / ".common-ground-part-XXXXXX").string();
  core::Descriptor named(::mkostemp(name.data(), O_CLOEXEC));  // mode 0600
  if (named.open()) ::unlink(name.c_str());
  return named;
}

tl::unexpected<core::Error> NoRoom() {
  return core::Fail(ErrorCode::kIo, "there is no room for it");
}

class SealedUpload : public UploadedFile {
 public:
  explicit SealedUpload(core::Descriptor file) : file_(std::move(file)) {
    crypto_secretstream_xchacha20poly1305_keygen(key_.data());
    sodium_mlock(key_.data(), key_.size());
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> header{};
    crypto_secretstream_xchacha20poly1305_init_push(&stream_, header.data(), key_.data());
    header_ = header;
    crypto_generichash_init(&hashing_, nullptr, 0, digest_.size());
  }
  SealedUpload(const SealedUpload&) = delete;
  ~SealedUpload() override {
    sodium_munlock(key_.data(), key_.size());
    sodium_memzero(&stream_, sizeof stream_);
    sodium_memzero(waiting_.data(), waiting_.size());
  }

  core::Status Write(std::string_view bytes) override {
    CG_CHECK(!is_whole_, "a file that is whole is not written to");
    crypto_generichash_update(&hashing_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    bytes_ += static_cast<std::int64_t>(bytes.size());
    while (!bytes.empty()) {
      const std::size_t taken = std::min(bytes.size(), kPiece - waiting_.size());
      waiting_.append(bytes.substr(0, taken));
      bytes.remove_prefix(taken);
      // The last piece is marked, so a full one waits until there is more.
      if (waiting_.size() == kPiece && !bytes.empty()) {
        CG_RETURN_IF_ERROR(Seal(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE));
      }
    }
    return {};
  }

  core::Status Finish() override {
    if (is_whole_) return {};
    CG_RETURN_IF_ERROR(Seal(crypto_secretstream_xchacha20poly1305_TAG_FINAL));
    crypto_generichash_final(&hashing_, digest_.data(), digest_.size());
    is_whole_ = true;
    return {};
  }

  std::int64_t bytes() const override { return bytes_; }
  std::string hash() const override {
    std::string hex(digest_.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest_.data(), digest_.size());
    hex.pop_back();
    return hex;
  }

  core::Result<std::string> Read() const override {
    CG_CHECK(is_whole_, "a file is read when it is whole");
    crypto_secretstream_xchacha20poly1305_state stream{};
    crypto_secretstream_xchacha20poly1305_init_pull(&stream, header_.data(), key_.data());
    std::string all;
    all.reserve(static_cast<std::size_t>(bytes_));
    std::string sealed(kSealedPiece, '\0');
    std::string piece(kPiece, '\0');
    off_t at = 0;
    for (unsigned char tag = 0; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL;) {
      const std::size_t got = ReadAt(at, sealed);
      unsigned long long size = 0;
      if (crypto_secretstream_xchacha20poly1305_pull(&stream, reinterpret_cast<unsigned char*>(piece.data()), &size,
                                                     &tag, reinterpret_cast<const unsigned char*>(sealed.data()), got,
                                                     nullptr, 0) != 0) {
        return core::Fail(ErrorCode::kCorrupt, "what was sent cannot be read back");
      }
      all.append(piece, 0, size);
      at += static_cast<off_t>(got);
    }
    sodium_memzero(piece.data(), piece.size());
    return all;
  }

 private:
  core::Status Seal(unsigned char tag) {
    std::string sealed(waiting_.size() + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    crypto_secretstream_xchacha20poly1305_push(&stream_, reinterpret_cast<unsigned char*>(sealed.data()), nullptr,
                                               reinterpret_cast<const unsigned char*>(waiting_.data()), waiting_.size(),
                                               nullptr, 0, tag);
    waiting_.clear();
    for (std::string_view rest = sealed; !rest.empty();) {
      const ssize_t written = ::write(file_.number(), rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return NoRoom();
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
  }

  std::size_t ReadAt(off_t at, std::string& into) const {
    std::size_t got = 0;
    while (got < into.size()) {
      const ssize_t more = ::pread(file_.number(), into.data() + got, into.size() - got, at + static_cast<off_t>(got));
      if (more < 0 && errno == EINTR) continue;
      if (more <= 0) break;
      got += static_cast<std::size_t>(more);
    }
    return got;
  }

  core::Descriptor file_;
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> key_{};
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> header_{};
  crypto_secretstream_xchacha20poly1305_state stream_{};
  crypto_generichash_state hashing_{};
  std::array<unsigned char, 32> digest_{};
  std::string waiting_;
  std::int64_t bytes_ = 0;
  bool is_whole_ = false;
};

fs::path FolderFor(const std::string& study) {
  std::error_code ignored;
  const fs::path system = fs::temp_directory_path(ignored);
  if (study.starts_with("postgres")) return system;
  const fs::path parent = fs::absolute(study, ignored).parent_path();
  return parent.empty() ? system : parent;
}

std::string WhoOf(const app::Caller& caller) {
  return caller.person.value + "\n" + std::string(app::RoleName(caller.role)) + "\n" + caller.organisation.value;
}

}  // namespace

core::Result<std::shared_ptr<UploadedFile>> UploadedFile::Make(const fs::path& folder) {
  CG_CHECK(sodium_init() >= 0, "libsodium starts on every supported system");
  core::Descriptor file = WithoutAName(folder);
  if (!file.open() && errno != ENOSPC) {
    std::error_code ignored;
    file = WithoutAName(fs::temp_directory_path(ignored));
  }
  if (!file.open()) return NoRoom();
  return std::shared_ptr<UploadedFile>(std::make_shared<SealedUpload>(std::move(file)));
}

Uploads::Uploads(const std::string& study, const core::Clock& clock) : folder_(FolderFor(study)), clock_(clock) {}

Uploads::Key Uploads::KeyOf(const app::Caller& caller, const std::string& upload) {
  return {WhoOf(caller), upload};
}

void Uploads::Forget() {
  const std::int64_t now = clock_.Now().unix_seconds();
  std::erase_if(kept_, [&](const auto& one) { return now - one.second.used > kKeptSeconds; });
}

core::Status Uploads::CheckRoom(const app::Caller& caller) const {
  const std::string who = WhoOf(caller);
  std::size_t files = 0;
  std::int64_t own = 0;
  std::int64_t all = 0;
  for (const auto& [key, kept] : kept_) {
    all += kept.file->bytes();
    if (key.first != who) continue;
    ++files;
    own += kept.file->bytes();
  }
  if (files < kMaxOfOne && own < kMaxBytesOfOne && all < kMaxBytes) return {};
  return core::Fail(ErrorCode::kBusy, "too many files wait already");
}

core::Result<std::shared_ptr<UploadedFile>> Uploads::Begin(const app::Caller& caller) {
  {
    const std::lock_guard lock(mutex_);
    Forget();
    CG_RETURN_IF_ERROR(CheckRoom(caller));
  }
  return UploadedFile::Make(folder_);
}

core::Result<bool> Uploads::Keep(const app::Caller& caller, const std::string& upload,
                                 std::shared_ptr<UploadedFile> file) {
  const std::lock_guard lock(mutex_);
  Forget();
  const auto found = kept_.find(KeyOf(caller, upload));
  if (found == kept_.end()) {
    CG_RETURN_IF_ERROR(CheckRoom(caller));
    kept_[KeyOf(caller, upload)] = {std::move(file), clock_.Now().unix_seconds()};
    return true;
  }
  if (found->second.file->hash() == file->hash()) return false;
  return core::Fail(ErrorCode::kConflict, "Another file was sent by this id. Give each an id of its own.");
}

std::shared_ptr<const UploadedFile> Uploads::Find(const app::Caller& caller, const std::string& upload) {
  const std::lock_guard lock(mutex_);
  Forget();
  const auto found = kept_.find(KeyOf(caller, upload));
  if (found == kept_.end()) return nullptr;
  found->second.used = clock_.Now().unix_seconds();
  return found->second.file;
}

void Uploads::Remove(const app::Caller& caller, const std::string& upload) {
  const std::lock_guard lock(mutex_);
  kept_.erase(KeyOf(caller, upload));
}

}  // namespace commonground::server
