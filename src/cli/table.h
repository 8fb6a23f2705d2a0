// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tables for people: columns aligned by display width (East Asian characters count two), fitted to the terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commonground::cli {

// Columns on a terminal that `text` takes.  Cost: O(bytes).
int DisplayWidth(std::string_view text);

// Width of the terminal on standard output; without end when it is none.
int TerminalWidth();

class Table {
 public:
  explicit Table(std::vector<std::string> header);
  // As many cells as the header has.
  void Add(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }
  // Lines that end with LF; the widest columns wrap at spaces until a line fits `width`.  Words are
  // never cut: with `width` below the longest words, lines are wider and still aligned.
  std::string Text(int width) const;

 private:
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace commonground::cli
