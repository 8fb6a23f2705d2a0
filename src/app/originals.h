// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The files that a study keeps under its passphrase.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/ids.h"
#include "model/results/kept.h"

namespace commonground::app {

// Only of documents whose consent to analyse holds today.
core::Result<std::vector<model::KeptOriginal>> ListOriginals(const Workspace& workspace);

// The bytes of one, for the owner of the study, who keeps them safe.  Only of a document whose consent to analyse holds
// today: of any other the gateway shows nothing.
// Errors: NotFound, InvalidInput: another passphrase; NoConsent.
core::Result<std::string> OpenOriginal(const Workspace& workspace, std::string_view passphrase,
                                       const model::DocumentId& document);

// The same, for who asks from elsewhere.
// Errors: NotFound: none is kept, or its document may not be read today: which of both is not said; InvalidInput.
core::Result<std::string> ReadOriginal(const Workspace& workspace, std::string_view passphrase,
                                       const model::DocumentId& document);

// A page of it as a picture, for who may read its text: of a PDF or of an image whose file is kept, where there is
// consent to show its pages.  `page` from 1; drawn in the sandbox.  Gives a JPEG.
// Errors: NotFound: none is kept, or nothing may be shown: which of both is not said; InvalidInput: another passphrase,
// no such page; NotFound also: the program that draws is missing.
core::Result<std::string> SeePage(const Workspace& workspace, std::string_view passphrase,
                                  const model::DocumentId& document, int page, core::Progress& progress);

core::Status ChangePassphrase(const Workspace& workspace, std::string_view passphrase, std::string_view next);

}  // namespace commonground::app
