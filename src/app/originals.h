// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The files that a study keeps under its passphrase.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "store/study_store.h"

namespace commonground::app {

// Only of documents whose consent to analyse holds today.
core::Result<std::vector<store::KeptOriginal>> ListOriginals(const store::Place& study);

// Mode 0600.  Only of a document whose consent to analyse holds today: of any other the gateway shows nothing.
// Errors: NotFound, InvalidInput: another passphrase; NoConsent.
core::Status WriteOriginal(const store::Place& study, std::string_view passphrase, const std::string& document,
                           const std::filesystem::path& into);

core::Status ChangePassphrase(const store::Place& study, std::string_view passphrase, std::string_view next);

}  // namespace commonground::app
