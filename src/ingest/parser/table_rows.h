// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Small tables of a page, whose words come column by column.
#pragma once

#include <vector>

#include "ingest/parser/page_lines.h"

namespace commonground::ingest::parser {

// Puts the cells of a row into one line, where columns of short cells stand beside each other at the same heights, or
// in bands that have more space between them than the lines of a cell have (cells of several lines, wherever they are
// set in their row; each stays in one piece).  A table whose words are read from the right is put together so.  Two
// columns or more, two rows or more, at most three words a cell in the mean (two and a half where there are two
// columns), so that text set in columns stays as it is.  `lines`: of one page, in reading order.
// Cost: linear but for the columns of one table.
void PutRowsTogether(std::vector<PageLine>& lines);

}  // namespace commonground::ingest::parser
