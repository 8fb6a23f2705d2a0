// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes paragraphs of the words of a PDF, which knows only where each word stands.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ingest/parser/parsed.h"

namespace commonground::ingest::parser {

// Units: points (1/72 inch), from the top left corner of the page.
struct PlacedWord {
  double x = 0;
  double y = 0;  // of its upper edge
  double width = 0;
  double height = 0;
  std::string text;
  bool space_after = false;
  bool bold = false;
};

struct PlacedPage {
  double width = 0;
  double height = 0;
  std::vector<PlacedWord> words;  // in reading order, column by column
};

// Blocks of all pages, with the page on which each begins.
// - Lines that stand at the top or bottom of at least three pages (or of half of them), but for their numbers the same,
//   are running headers and footers: left out, unless they stand as near to the text as its own lines.  So are page
//   numbers.
// - A paragraph ends at a wider gap, another size of type, an indent, a list item, or a short line that ends a
// sentence.
//   One that runs over the end of a column or page goes on.
// - Larger type than that of most letters makes a heading; its level is the rank of its size.  So does a short line in
//   bold that stands alone before a paragraph that is not, and one with a number of two parts or more ("2.1 Clinics")
//   and a gap above it; these are below all larger ones, the deeper the more parts their number has.
// - A word cut at a line's end is joined: as it stands elsewhere in the document, with the hyphen or without; if it
//   stands nowhere else, without, but for words that always have one (HIV-positive, drop-in).
// `left_out`: the lines that were taken for running headers and footers are added to it.
// Threads: any.  Cost: O(words log words).
std::vector<Block> LayOut(const std::vector<PlacedPage>& pages, std::set<std::string>& left_out);

}  // namespace commonground::ingest::parser
