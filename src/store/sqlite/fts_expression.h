// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A question in FTS5's language (https://www.sqlite.org/fts5.html, 3): only our tokens, each in quotation marks.
#pragma once

#include <string>

#include "store/search/match.h"

namespace commonground::store {

struct FtsExpression {
  std::string matches;  // facets of whole documents are not in it (fts_rows.h)
  int codes = 0;        // so many phrases at its end are facets
};
FtsExpression FtsExpressionOf(const Match& match);

}  // namespace commonground::store
