// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns a question into what the index is asked: only tokens that we made, each in quotation marks.  Nothing that a
// person typed reaches the database's own syntax.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/result.h"
#include "store/search/query.h"
#include "store/search/tokenizer.h"

namespace commonground::store {

struct Match {
  std::string expression;                      // for FTS5
  std::set<std::vector<std::string>> phrases;  // rows of tokens that count as found, for showing them
  std::set<std::string> prefixes;              // the same, of words that begin so
};

// `facets`: groups of facet tokens (search.h); of every group one must be there.
// `languages`: a word is looked for as each of them stems it.
// Errors: InvalidInput: a word without a letter or digit.
core::Result<Match> MatchOf(const Query& query, const std::vector<std::string>& languages,
                            const std::vector<std::vector<std::string>>& facets, Tokenizer& tokenizer);

}  // namespace commonground::store
