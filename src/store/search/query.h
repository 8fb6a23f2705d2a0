// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What a person may ask the search.  docs/search.md is written for them.
//
//     police violence          both words, anywhere in the passage (AND may be written)
//     police OR gendarmerie    one of them
//     police NOT training      the first without the second (also -training)
//     "drop-in centre"         these words, one after the other
//     condom*                  words that begin so
//     NEAR(police talks, 5)    at most 5 words between the first and the last of them
//     (a OR b) c               brackets
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace commonground::store {

struct Query {
  enum class Kind { kWord, kPrefix, kPhrase, kNear, kAnd, kOr };
  Kind kind = Kind::kWord;
  std::vector<std::string> words;  // of a word, prefix, phrase, NEAR
  int distance = 10;               // of NEAR
  std::vector<Query> parts;        // of AND, OR
  std::vector<Query> without;      // of AND: none of these
  friend bool operator==(const Query&, const Query&) = default;
};

// Errors: InvalidInput: what cannot be understood, at which character, and the fix.  At most 1,000 bytes, 50 words,
// 20 brackets within each other.  Threads: any.
core::Result<Query> ParseQuery(std::string_view text);

}  // namespace commonground::store
