// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "store/sqlite/fts_tokenizer.h"

#include <algorithm>

#include "store/search/tokenizer.h"

namespace commonground::store {

namespace {

using sqlite_api::Fts5Tokenizer;

constexpr char kLanguageMark = '\x1e';

int Create(void*, const char**, int, Fts5Tokenizer** made) {
  *made = reinterpret_cast<Fts5Tokenizer*>(new Tokenizer);
  return SQLITE_OK;
}

void Delete(Fts5Tokenizer* tokenizer) {
  delete reinterpret_cast<Tokenizer*>(tokenizer);
}

using TakeToken = int (*)(void*, int, const char*, int, int, int);

int CutTokens(std::string_view text, void* context, TakeToken take) {
  for (std::size_t at = 1; at <= text.size();) {
    const std::size_t end = std::min(text.find(kTokenMark, at), text.size());
    const int code =
        take(context, 0, text.data() + at, static_cast<int>(end - at), static_cast<int>(at), static_cast<int>(end));
    if (code != SQLITE_OK) return code;
    at = end + 1;
  }
  return SQLITE_OK;
}

int Cut(Fts5Tokenizer* self, void* context, int, const char* bytes, int length, TakeToken take) {
  std::string_view text(bytes, static_cast<std::size_t>(std::max(length, 0)));
  if (text.starts_with(kTokenMark)) return CutTokens(text, context, take);
  std::string_view language;
  if (text.starts_with(kLanguageMark)) {
    const std::size_t end = std::min(text.find(kLanguageMark, 1), text.size() - 1);
    language = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
  }
  int code = SQLITE_OK;
  reinterpret_cast<Tokenizer*>(self)->Cut(text, language, [&](const Token& token) {
    code = take(context, 0, token.text.data(), static_cast<int>(token.text.size()), static_cast<int>(token.start),
                static_cast<int>(token.end));
    return code == SQLITE_OK;
  });
  return code;
}

}  // namespace

std::string TextForIndex(std::string_view text, std::string_view language) {
  std::string marked(1, kLanguageMark);
  marked += language;
  marked += kLanguageMark;
  marked += text;
  return marked;
}

void RegisterTokenizer(sqlite_api::sqlite3* database) {
  sqlite_api::fts5_api* api = nullptr;
  sqlite_api::sqlite3_stmt* statement = nullptr;
  int code = sqlite_api::sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr);
  if (code == SQLITE_OK) {
    sqlite_api::sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite_api::sqlite3_step(statement);
    code = sqlite_api::sqlite3_finalize(statement);
  }
  sqlite_api::fts5_tokenizer tokenizer{&Create, &Delete, &Cut};
  if (code == SQLITE_OK && api != nullptr) {
    code = api->xCreateTokenizer(api, "commonground", nullptr, &tokenizer, nullptr);
  }
  if (code != SQLITE_OK || api == nullptr) {
    throw soci::sqlite3_soci_error("this SQLite has no full-text search (FTS5)", SQLITE_ERROR);
  }
}

}  // namespace commonground::store
