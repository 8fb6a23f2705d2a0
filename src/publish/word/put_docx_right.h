// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Puts right what pandoc 2.17 leaves out of a DOCX: the language of each run, first columns and descriptions of tables,
// shades of cells, rows that do not break, styles of our own; and takes out what tells of programs.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "publish/word/pandoc_document.h"

namespace commonground::publish {

// `docx` is pandoc's, made of `document`; `language` and `day` (YYYY-MM-DD) are those of the edition.
// Errors: Io (it is not what pandoc 2.17 writes: no document in it, another number of tables).  Cost: linear.
core::Result<std::string> PutDocxRight(const std::string& docx, const PandocDocument& document,
                                       const std::string& language, const std::string& day);

// The look of the e-book, for pandoc to put into it.
std::string_view EbookStyle();

// The same for an EPUB: the title of each of its pages, fixed names and times, nothing that tells of programs.
core::Result<std::string> PutEpubRight(const std::string& epub, const PandocDocument& document,
                                       const std::string& title, const std::string& language, const std::string& day);

}  // namespace commonground::publish
