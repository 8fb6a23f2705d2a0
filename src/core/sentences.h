// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Where the sentences of a canonical text are.
//
// Method: the sentence boundaries of Unicode (UAX 29) as ICU draws them in the text's language, then mended:
// - no sentence ends after an abbreviation (abbreviations.h), nor after an initial ("A. Brown", "U.N. Women");
// - "1." at the start of a line is part of the sentence after it;
// - an opening quotation mark belongs to what it opens (Chinese has no space before it);
// - Thai and Lao, which write no full stop, are cut at a space between two of their letters, not before or after the
//   repetition mark, not before "and" or "or", and not into less than 18 code points; Burmese at its own full stop.
// Where it is not sure, a sentence stays in one piece: nobody's words are cut in two.
#pragma once

#include <string_view>
#include <vector>

#include "core/text_range.h"

namespace commonground::core {

// Sentences, without the white space around them.  None crosses a paragraph's end, nor the start of a line that is a
// heading, a list item or a quotation in Markdown; other line ends within a paragraph are spaces.
//
// Requires: canonical text; `language` is BCP 47, blank if unknown (then no abbreviations are known, only initials).
// Returns:  ranges as Paragraphs (core/paragraphs.h).  Deterministic.  Threads: any.  Cost: linear.
std::vector<core::TextRange> Sentences(std::string_view text, std::string_view language);

}  // namespace commonground::core
