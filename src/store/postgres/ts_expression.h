// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A question in PostgreSQL's tsquery (https://www.postgresql.org/docs/15/datatype-textsearch.html): only our tokens,
// each in quotation marks.  tsquery has no "near in any order", so such a question is asked more widely, and each
// passage that is found is looked at again here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/search/match.h"

namespace commonground::store {

struct TsExpression {
  std::string matches;      // what must hold
  std::string ranks;        // the words that count for the order
  bool look_again = false;  // `matches` finds too much
};
TsExpression TsExpressionOf(const Match& match);

// "'lexeme':1,2 'other':3", as PostgreSQL writes a tsvector; the token of each word, and where it stands.
using Places = std::map<std::string, std::vector<int>, std::less<>>;
Places ReadTsVector(std::string_view text);
// A token as both types write it.
std::string QuotedToken(std::string_view token);

bool Holds(const Expression& expression, const Places& places);

}  // namespace commonground::store
