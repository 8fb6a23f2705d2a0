// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The bytes of a table as spreadsheet programs of all languages write them, made canonical text: UTF-8, UTF-16 and the
// code pages windows-1252 and macintosh (Western European) and windows-1251 (Cyrillic), line ends of all three kinds.
#pragma once

#include <optional>
#include <string>

#include "ingest/folder/source_location.h"

namespace commonground::ingest {

// A code page is taken only if the bytes give words in one of them and not in another: no word mixes scripts, holds a
// sign, or a capital after a small letter.  What was done is a notice; where several or none give words, and
// where the bytes are a workbook, nullopt with an error.
// Cost: one pass over UTF-8 more than CanonicalText.  Threads: any.
std::optional<std::string> TableText(std::string bytes, const SourceLocation& file);

}  // namespace commonground::ingest
