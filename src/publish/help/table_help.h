// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What each table of a study folder and each of its columns is for, in the languages of reports: for the workbook and
// the help files that a new study begins with.
#pragma once

#include <string>
#include <string_view>

#include "publish/words.h"

namespace commonground::publish {

// `table` and `column` as docs/file-formats.md has them, without ".csv".  Empty for what there is not.
// Threads: any.  Cost: a search of about a hundred texts.
std::string TableHelp(const Words& t, std::string_view table);
std::string ColumnHelp(const Words& t, std::string_view table, std::string_view column);
// A value as it could stand there, the same in all languages; empty where a cell may stay empty.
std::string_view ExampleOf(std::string_view table, std::string_view column);
// Does the program write the table, so that people leave it as it is?
bool IsWrittenByProgram(std::string_view table);

// Sentences around them.
struct TableWords {
  std::string example_mark;  // before the first cell of an example row: "(example)"
  std::string required;      // "Required."
  std::string one_of;        // "One of: {1}", for the values
  std::string example;       // "Example: {1}"
  std::string columns;       // a heading
  std::string more_columns;  // "Columns that may be added: {1}"
  std::string choose;        // when another value was typed
};
TableWords WordsOfTables(const Words& t);

}  // namespace commonground::publish
