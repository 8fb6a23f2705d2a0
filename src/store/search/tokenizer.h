// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The tokens that the search index holds.  The same function makes the tokens of a text and of a question, so that they
// meet; and the same tokens go into every database.
#pragma once

#include "core/tokenizer.h"

namespace commonground::store {

using core::Token;
using core::Tokenizer;

// Stand before tokens where several are in one text; they are in none of them.  kAlsoMark: it has the place of the
// token before it (Token::also).
inline constexpr char kTokenMark = '\x1f';
inline constexpr char kAlsoMark = '\x1e';

}  // namespace commonground::store
