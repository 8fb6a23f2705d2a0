// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A line of a page as people read it, from the line as it stands on the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace commonground::ingest::parser {

// `visual`: UTF-8, from left to right as it is drawn; a PDF holds nothing else.  Returns the same letters in the order
// in which they are read: "tset :ףוס" becomes what was written, brackets turned round.  On a page that runs from right
// to left, so does a line with any such letter.  A line without a letter that is written from right to left stays as it
// is. Source: Unicode UAX #9, run the other way round by ICU (UBIDI_REORDER_INVERSE_LIKE_DIRECT). Threads: any.  Cost:
// linear.
enum class PageRuns { kOther, kRightToLeft };  // most letters of the page
std::string LogicalOrder(std::string visual, PageRuns page = PageRuns::kOther);

// How many letters more run from right to left than the other way.
std::int64_t LeftwardLetters(std::string_view text);

}  // namespace commonground::ingest::parser
