// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Turns a question into what an index is asked: only tokens that we made.  sqlite/ and postgres/ write it in their
// database's own language, where every token is quoted: nothing that a person typed reaches that language.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/result.h"
#include "store/search/query.h"
#include "store/search/tokenizer.h"

namespace commonground::store {

struct Expression {
  enum class Kind {
    kPhrase,  // the tokens, one after the other
    kPrefix,  // the same, and the last one only begins so
    kNear,    // all of `phrases`, at most `distance` tokens from the end of the first to the beginning of the last
    kAnd,     // all of `parts`, none of `without`
    kOr,      // one of `parts`
  };
  Kind kind = Kind::kPhrase;
  std::vector<std::string> tokens;
  std::vector<std::vector<std::string>> phrases;
  int distance = 0;
  std::vector<Expression> parts;
  std::vector<Expression> without;
};

struct Match {
  Expression expression;
  std::vector<std::vector<std::string>> facets;  // groups of facet tokens (index.h): of every group one must be there
  std::set<std::vector<std::string>> phrases;    // rows of tokens that count as found, for showing them
  std::set<std::string> prefixes;                // the same, of words that begin so
};

// `languages`: a word is looked for as each of them stems it.
// Errors: InvalidInput: a word without a letter or digit.
core::Result<Match> MatchOf(const Query& query, const std::vector<std::string>& languages,
                            const std::vector<std::vector<std::string>>& facets, Tokenizer& tokenizer);

}  // namespace commonground::store
