// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Files of other coding programs, in the sandbox: containers and markup become elements and files
// (ingest/exchange/project_frame.h).  What they mean is decided elsewhere, by code that reads no foreign format.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace commonground::ingest::parser {

// Returns the frames of an answer.  Errors: InvalidInput with a message for the person who gave the file.
// May throw: the parser program turns what is thrown into an error.  Threads: one.
using ProjectParser = core::Result<std::string> (*)(std::string_view bytes);

// REFI-QDA: a zip with one .qde (any name, any case; at its root, or alone in a folder) and its sources.  Texts, PDF
// and office files are given back; pictures, sound and film are named only.  A zip that holds one project of any kind
// (.qdpx, data.qda, .sqlite3) and no .qde is read as that project.
core::Result<std::string> ParseProject(std::string_view bytes);
// REFI-QDA: a bare .qde, whose sources may stand in it or be missing.
core::Result<std::string> ParseDescription(std::string_view bytes);
// REFI-QDA: a bare XML file.
core::Result<std::string> ParseCodebook(std::string_view bytes);
// XLSX (ECMA-376): every sheet as rows of text; formulas as the value that was last computed.
core::Result<std::string> ParseSheet(std::string_view bytes);
// SQLite databases of Taguette and QualCoder: the tables that coding/exchange knows.
core::Result<std::string> ParseDatabase(std::string_view bytes);

}  // namespace commonground::ingest::parser
