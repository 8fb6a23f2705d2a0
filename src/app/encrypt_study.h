// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Study files that open with their passphrase only (store/encryption.h).  For who keeps the machine, as copies and
// backups are; a study in a database is none.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/new_study.h"
#include "core/progress.h"
#include "core/result.h"
#include "core/secret.h"

namespace commonground::app {

// Called once for each encrypted study that the program opens.  Set before any is opened.
void AskForPassphrases(std::function<core::Result<core::Secret>(const std::string& study)> asker);

bool IsEncryptedStudy(const std::string& location);

// A study as NewStudy makes it, without a folder.  Errors: InvalidInput: there is something of this name, or the
// passphrase is too short; Io.
core::Status NewEncryptedStudy(const std::string& file, const NewStudyOptions& options, std::string_view passphrase,
                               core::Progress& progress);
// The same without anything in it, for an import.
core::Status MakeEncryptedStudy(const std::string& file, std::string_view passphrase);

// Errors of all three: InvalidInput: it is no study file, is so already, or another passphrase; Busy: somebody has it
// open; Io; Cancelled.  The study is as it was then.
core::Status EncryptStudy(const std::string& file, std::string_view passphrase, core::Progress& progress);
core::Status DecryptStudy(const std::string& file, core::Progress& progress);
core::Status ChangePassphraseOfStudy(const std::string& file, std::string_view passphrase, std::string_view next);

}  // namespace commonground::app
