// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every table and figure of a book as data.  A figure that each page of a kind has (the squares of each practice) is
// one table with a column for the page.
#pragma once

#include <string>
#include <vector>

#include "publish/book.h"
#include "publish/data/data_table.h"

namespace commonground::publish {

// Takes pages in their order; one at a time is in memory, with the tables.
class FigureTables {
 public:
  explicit FigureTables(const Words& words) : t(words) {}
  void Add(const Page& page);
  // Named "figures/PAGE/FIGURE": PAGE as in the site, FIGURE the figure's own name, or its section and kind.
  std::vector<DataTable> Take() { return std::move(tables_); }

 private:
  void Add(const Page& page, DataTable table);
  const Words& t;
  std::vector<DataTable> tables_;
};

}  // namespace commonground::publish
