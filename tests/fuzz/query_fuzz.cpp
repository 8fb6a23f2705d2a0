// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Any question: never a crash, and what the index is asked holds only tokens in quotation marks and our own words.
#include <cstdlib>

#include "store/search/match.h"
#include "store/sqlite/fts_expression.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace commonground::store;
  const auto query = ParseQuery({reinterpret_cast<const char*>(data), size});
  if (!query) return 0;
  static Tokenizer tokenizer;
  const auto match = MatchOf(*query, {"en", "ru", "zh"}, {}, tokenizer);
  if (!match) return 0;
  bool quoted = false;
  for (const char c : FtsExpressionOf(*match).matches) {
    if (c == '"') quoted = !quoted;
    const bool ours = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '(' || c == ')' ||
                      c == ',' || c == '*' || c == '"';
    if (!quoted && !ours) std::abort();
  }
  if (quoted) std::abort();
  return 0;
}
