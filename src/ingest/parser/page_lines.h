// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Lines of a page, made of its words.
#pragma once

#include <unicode/umachine.h>

#include <string>
#include <string_view>
#include <vector>

#include "ingest/parser/layout.h"

namespace commonground::ingest::parser {

// Units: points, from the top left corner of the page.
struct PageLine {
  int page = 0;  // index
  double x = 0;
  double y = 0;
  double right = 0;
  double height = 0;
  std::string text;      // in the order in which it is read
  bool bold = false;     // all of it
  bool columns = false;  // with a gap as between the cells of a table
  bool row = false;      // of a table (table_rows.h)
};

// In the order of the words.  Cost: linear.
std::vector<PageLine> LinesOf(const PlacedPage& page, int index);

// Lines that are headings by their weight or their number (layout.h): for each line how many parts its number has, 1
// for none; 0: it is no heading.  `large`: type of this height makes headings by itself; `pitch`: from line to line.
std::vector<int> HeadingLines(const std::vector<PageLine>& lines, double large, double pitch);
// "2.1 Clinics": 2; "3. Clinics", "3 Clinics": 1; 0: none.
int DepthOfNumber(std::string_view text);

UChar32 FirstLetter(std::string_view text);
UChar32 LastLetter(std::string_view text);
bool NoSpaces(UChar32 c);  // of a script that puts none between words
bool EndsSentence(std::string_view text);
bool IsHyphen(UChar32 c);

}  // namespace commonground::ingest::parser
