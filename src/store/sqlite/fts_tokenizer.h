// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes the tokenizer known to SQLite's FTS5 as "commonground" (https://www.sqlite.org/fts5.html, 7.1).
#pragma once

#include <soci/sqlite3/soci-sqlite3.h>

#include <string>
#include <string_view>

namespace commonground::store {

// Has to be called on every connection before the index is touched.  Throws soci_error.
void RegisterTokenizer(sqlite_api::sqlite3* database);

// What is handed to FTS5 says how it is to be cut:
// - a text in a language;
std::string TextForIndex(std::string_view text, std::string_view language);
// - tokens that are taken as they are, joined by kTokenMark (search/tokenizer.h): facets, and the tokens of a question.

}  // namespace commonground::store
