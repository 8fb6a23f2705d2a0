// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds a quote that a person has typed or copied from a page in the canonical text of the document, where white space,
// hyphens at line ends, and the shapes of quotation marks and dashes may differ.  In this order:
// 1. character by character;
// 2. without white space, hyphens and dashes, and with one shape of each quotation mark, apostrophe, ellipsis and
//    ligature: beginning and ending with whole words if the quote does;
// 3. as 2, with at most a fifth of the letters changed, if no other place is nearly as like (limits.h).
// A step that finds two places ends the search: it is never guessed which one was meant.
#pragma once

#include <string_view>

#include "core/text_range.h"

namespace commonground::coding {

enum class QuoteMatch {
  kExact,       // once, character by character
  kNormalised,  // once, in other marks and spaces
  kFuzzy,       // once, with letters changed: to be shown to a person
  kAmbiguous,   // at more than one place
  kNotFound,
};

struct FoundQuote {
  QuoteMatch is = QuoteMatch::kNotFound;
  core::TextRange range;  // in the text; empty for kSeveral and kNowhere
  double likeness = 0;    // 1 - changed letters / letters of the quote, both as in step 2; 0 for kSeveral and kNowhere
};

// Units:    code points.  Requires: canonical text; the quote is valid UTF-8 of any Unicode form (it is put into NFC).
// Returns:  kNowhere for a quote without a letter or figure, and when the work of step 3 is too much (4e8 steps).
// Threads:  any number of concurrent calls.
// Cost:     linear in the text for steps 1 and 2; O(text x changes) for step 3.
FoundQuote FindQuote(std::string_view text, std::string_view quote);

}  // namespace commonground::coding
