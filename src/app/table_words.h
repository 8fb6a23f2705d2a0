// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What people read beside the tables that they fill in, in their language.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "ingest/folder/write_folder.h"
#include "ingest/folder/write_workbook.h"

namespace commonground::app {

// Errors: InvalidInput: no such language (en, fr, es, ru, zh).
core::Result<ingest::WorkbookWords> WorkbookWordsIn(const std::string& language);

// One Markdown file a table (help/TABLE.md): what it is for, and its columns.  Errors: those of the sink, and as above.
core::Status WriteTableHelp(const std::string& language, const ingest::FileSink& sink);

}  // namespace commonground::app
