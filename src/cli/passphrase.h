// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Asks for a passphrase: never on the command line, where other users see it, and never from the environment.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "core/secret.h"

namespace commonground::cli {

// Of an encrypted study, for every command.
inline constexpr const char* kStudyPassphraseFile = "--study-passphrase-file";

enum class Asking { kOnce, kTwice };  // twice: a new one

// The first line of `file` (which only its owner may read), or, without a file, what a person types without echo; with
// letters composed (NFC), and without the CR of a file that Windows wrote.
// Errors: NotFound, Io: the file; InvalidInput: no terminal and no file, two that differ, a file that others may read;
// Cancelled.
// `option`: by which the file is named, for the message where there is none.
core::Result<core::Secret> AskPassphrase(const std::string& file, std::string_view what, Asking asking,
                                         std::string_view option = "--passphrase-file");

}  // namespace commonground::cli
