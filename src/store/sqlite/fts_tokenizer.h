// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What SQLite's FTS5 knows as the tokenizer "commonground" (https://www.sqlite.org/fts5.html, 7.1).  It is handed
// tokens that we cut (search/tokenizer.h), each after a mark, and takes them as they are: words, facets, and the
// tokens of a question.
#pragma once

#include <soci/sqlite3/soci-sqlite3.h>

namespace commonground::store {

// Has to be called on every connection before the index is touched.  Throws soci_error.
void RegisterTokenizer(sqlite_api::sqlite3* database);

}  // namespace commonground::store
