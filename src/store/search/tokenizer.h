// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The tokens that the search index holds.  The same function makes the tokens of a text and of a question, so that they
// meet; and the same tokens go into every database.
#pragma once

#include "core/tokenizer.h"

namespace commonground::store {

using core::Token;
using core::Tokenizer;

// Divides tokens where several stand in one text; it is in none of them.
inline constexpr char kTokenMark = '\x1f';

}  // namespace commonground::store
