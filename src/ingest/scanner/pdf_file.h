// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens a PDF whose pages are drawn.
#pragma once

#include <poppler-document.h>

#include <memory>
#include <string_view>

#include "core/result.h"

namespace commonground::ingest::parser {

// With one page at least.  `bytes` are borrowed.  Errors: InvalidInput: damaged, or locked.
core::Result<std::unique_ptr<poppler::document>> OpenPdf(std::string_view bytes);

}  // namespace commonground::ingest::parser
