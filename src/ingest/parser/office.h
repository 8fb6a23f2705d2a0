// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks a container format through before pandoc turns it into text: what it holds that we never take over (author,
// comments, earlier wordings), and what no case study needs (macros, embedded files, parts fetched from elsewhere).
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "ingest/parser/parsed.h"

namespace commonground::ingest::parser {

// Parsed::blocks stays empty; `removed` and `notices` are filled.  Errors: as VisitZip and CheckXml, and InvalidInput:
// another format than the name says; macros, embedded files or outside parts.
core::Result<Parsed> CheckDocx(std::string_view bytes, const Wishes& wishes);
core::Result<Parsed> CheckOdt(std::string_view bytes, const Wishes& wishes);

// The same ODT, with the header rows of its tables as ordinary rows: pandoc 2.17 leaves their text out.
// Requires: CheckOdt was content.  Errors: InvalidInput.
core::Result<std::string> MendOdt(std::string_view bytes);

core::Result<Parsed> CheckEpub(std::string_view bytes, const Wishes& wishes);

}  // namespace commonground::ingest::parser
