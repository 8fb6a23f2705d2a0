// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A line of a page as people read it, from the line as it stands on the page.
#pragma once

#include <string>

namespace commonground::ingest::parser {

// `visual`: UTF-8, from left to right as it is drawn; a PDF holds nothing else.  Returns the same letters in the order
// in which they are read: "tset :ףוס" becomes what was written, brackets turned round.  A line without a letter that
// is written from right to left stays as it is.
// Source: Unicode UAX #9, run the other way round by ICU (UBIDI_REORDER_INVERSE_LIKE_DIRECT).
// Threads: any.  Cost: linear.
std::string LogicalOrder(std::string visual);

}  // namespace commonground::ingest::parser
