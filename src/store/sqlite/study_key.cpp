// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Asks once for each study; whoever else opens it meanwhile waits for the answer.
#include "store/sqlite/study_key.h"

#include <mutex>

#include "store/encryption.h"
#include "store/failure.h"
#include "store/sqlite/study_vfs.h"

namespace commonground::store {

using core::ErrorCode;

namespace {

std::mutex asking;
PassphraseAsker& Asker() {
  static PassphraseAsker asker;  // guarded by `asking`
  return asker;
}

template <typename T>
T Want(core::Result<T> result) {
  if (!result) throw Failure(result.error().code, result.error().message);
  return std::move(*result);
}

}  // namespace

void AskForPassphrases(PassphraseAsker asker) {
  const std::lock_guard lock(asking);
  Asker() = std::move(asker);
}

bool IsEncrypted(const std::filesystem::path& study) {
  return !SealBlockOf(study).empty();
}

StudySeal SealAt(const std::filesystem::path& file) {
  StudySeal sealed{SealBlockOf(file)};
  if (sealed.block.empty()) return sealed;
  const auto id = IdInBlock(sealed.block);
  if (!id) throw Failure(ErrorCode::kCorrupt, "the beginning of the encrypted study is damaged. Fix: put a copy back");
  const std::lock_guard lock(asking);
  sealed.key = KnownKey(*id);
  if (sealed.key != nullptr) return sealed;
  if (!Asker()) {
    throw Failure(ErrorCode::kInvalidInput, "this study is encrypted, and nobody gave its passphrase. Nothing was read");
  }
  const core::Secret passphrase = Want(Asker()(file));
  const StudyKey key = Want(OpenSealBlock(sealed.block, passphrase.text()));
  sealed.key = Want(KeepKey(*id, key));
  return sealed;
}

}  // namespace commonground::store
