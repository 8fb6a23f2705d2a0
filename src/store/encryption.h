// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Study files that open with their passphrase only: who takes the laptop, or a copy of the file, reads nothing.  Every
// page and its log are sealed (sqlite/page_seals.h), the search index too.  What can still be seen: that it is such a
// file, how large it is, which of its pages were written in which order.  Who lost the passphrase lost the study.
// docs/consent.md, docs/decisions/0040-encrypted-study-files.md
//
// Of a study in a database: its server's disks are encrypted by whoever keeps them.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "core/progress.h"
#include "core/result.h"
#include "core/secret.h"
#include "store/vault/sealed.h"

namespace commonground::store {

// Called once for each encrypted study that the program opens, from any thread, one at a time.  None: they do not open
// (InvalidInput).  Set before any study is opened.
using PassphraseAsker = std::function<core::Result<core::Secret>(const std::filesystem::path& study)>;
void AskForPassphrases(PassphraseAsker asker);

bool IsEncrypted(const std::filesystem::path& study);

// A new, empty one, mode 0600.
// Errors: InvalidInput: there is a file, or fewer letters than kFewestPassphraseLetters; Io.
core::Status MakeEncrypted(const std::filesystem::path& study, std::string_view passphrase, KdfCost cost = {});

// The same for a copy of `study`, which opens with the same passphrase.  Nothing is made if that is not encrypted, or
// something is called `other` already.
core::Status MakeEncryptedLike(const std::filesystem::path& study, const std::filesystem::path& other);

// Writes an existing study anew, encrypted or in the clear, and puts that in its place when all of it was read again
// and compared: whenever the program is stopped, the one or the other is there, whole.  Of the one in the clear, the
// bytes are overwritten then, as far as a disk does what it is told. Errors: InvalidInput: it is so already; Busy:
// somebody has it open; Io: there is no room for a second one; as Open. Cost: about that of copying the file twice.
core::Status Encrypt(const std::filesystem::path& study, std::string_view passphrase, core::Progress& progress,
                     KdfCost cost = {});
core::Status Decrypt(const std::filesystem::path& study, core::Progress& progress);

// Errors: InvalidInput: not encrypted, not its passphrase, or too few letters; Io: it opens with the one or the other.
core::Status ChangeStudyPassphrase(const std::filesystem::path& study, std::string_view passphrase,
                                   std::string_view next, KdfCost cost = {});

}  // namespace commonground::store
