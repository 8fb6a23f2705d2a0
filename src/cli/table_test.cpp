// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Tables fit their width, in any script.

#include "cli/table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace commonground::cli {
namespace {

TEST(Table, CountsWhatATerminalShows) {
  EXPECT_EQ(DisplayWidth("abc"), 3);
  EXPECT_EQ(DisplayWidth("é"), 1);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1);
  EXPECT_EQ(DisplayWidth("性工作"), 6);
  EXPECT_EQ(DisplayWidth("работа"), 6);
  EXPECT_EQ(DisplayWidth("\xff"), 1) << "a byte that is no text is shown as one sign";
}

TEST(Table, AlignsByDisplayWidth) {
  Table table({"name", "n"});
  table.Add({"性工", "1"});
  table.Add({"é", "22"});
  EXPECT_EQ(table.Text(80), "name  n\n----  --\n性工  1\né     22\n");
}

TEST(Table, WrapsTheWidestColumnAtSpaces) {
  Table table({"k", "text"});
  table.Add({"a", "one two three"});
  EXPECT_EQ(table.Text(12), "k  text\n-  ---------\na  one two\n   three\n");
}

TEST(Table, NeverCutsAWordAndStaysAlignedWhenTooNarrow) {
  Table table({"a", "b", "c"});
  table.Add({"Interventions here", "common ground so far", "x"});
  std::istringstream lines(table.Text(5));
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line, "a              b       c");
  std::getline(lines, line);
  EXPECT_EQ(line, "-------------  ------  -");
  std::getline(lines, line);
  EXPECT_EQ(line, "Interventions  common  x");
}

TEST(Table, AddsNoSpacesAtTheEndOfLines) {
  Table table({"a", "bbbb"});
  table.Add({"1", ""});
  EXPECT_EQ(table.Text(80), "a  bbbb\n-  ----\n1\n");
}

}  // namespace
}  // namespace commonground::cli
