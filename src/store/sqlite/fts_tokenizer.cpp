// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Gives FTS5 the words of core/tokenizer.h.

#include "store/sqlite/fts_tokenizer.h"

#include <algorithm>
#include <string_view>

#include "store/search/tokenizer.h"
#include "store/sqlite/fts_api.h"

namespace commonground::store {

namespace {

using sqlite_api::Fts5Tokenizer;

constexpr char kMarks[] = {kTokenMark, kAlsoMark, '\0'};

constexpr int kSamePlace = 1;  // FTS5_TOKEN_COLOCATED, which SOCI's header leaves out

char no_state = 0;  // FTS5 wants to be given something

int Create(void*, const char**, int, Fts5Tokenizer** made) {
  *made = reinterpret_cast<Fts5Tokenizer*>(&no_state);
  return SQLITE_OK;
}

void Delete(Fts5Tokenizer*) {}

int Cut(Fts5Tokenizer*, void* context, int, const char* bytes, int length,
        int (*take)(void*, int, const char*, int, int, int)) {
  const std::string_view text(bytes, static_cast<std::size_t>(std::max(length, 0)));
  for (std::size_t at = 1; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(kMarks, at), text.size());
    const int flags = text[at - 1] == kAlsoMark ? kSamePlace : 0;
    const int code =
        take(context, flags, text.data() + at, static_cast<int>(end - at), static_cast<int>(at), static_cast<int>(end));
    if (code != SQLITE_OK) return code;
    at = end + 1;
  }
  return SQLITE_OK;
}

}  // namespace

void RegisterTokenizer(sqlite_api::sqlite3* database) {
  sqlite_api::fts5_api& api = FtsApi(database);
  sqlite_api::fts5_tokenizer tokenizer{&Create, &Delete, &Cut};
  const int code = api.xCreateTokenizer(&api, "commonground", nullptr, &tokenizer, nullptr);
  if (code != SQLITE_OK) throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(database), code);
}

}  // namespace commonground::store
