// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Long files are read slice by slice, each in a sandbox of its own with the same limits: a scan page by page, a long
// PDF by a hundred pages.  What one slice cannot read does not take the others with it.
#pragma once

#include <functional>
#include <string_view>

#include "core/progress.h"
#include "core/result.h"
#include "ingest/documents/convert.h"
#include "ingest/parser/parsed.h"

namespace commonground::ingest {

// Asks a program in a sandbox; as Converter does.
using AskParser = std::function<core::Result<parser::Parsed>(std::string_view kind, std::string_view bytes,
                                                             const parser::ParseOptions& wishes)>;

// A picture with any number of pages ("scan").  Blocks in the order of pages; pages that cannot be read are named in a
// notice, with the reason.
// Errors: InvalidInput: no page can be read; Cancelled, between two pages as within one; Io.
// Progress: pages, when there are several.
core::Result<parser::Parsed> ReadScan(std::string_view bytes, const WrittenIn& written_in, const AskParser& ask,
                                      core::Progress& progress);

// A PDF: its text, and pages that are pictures read as such.  Errors and progress: as above.
core::Result<parser::Parsed> ReadPdf(std::string_view bytes, const WrittenIn& written_in, const AskParser& ask,
                                     core::Progress& progress);

}  // namespace commonground::ingest
