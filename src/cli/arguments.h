// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The door for text from the command line: every argument and option of every command passes it, whoever adds one.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace commonground::cli {

// Makes each value of each option of `program` canonical text (core/canonical.h) before a command sees it; labels and
// titles also one line.  Paths (options of type FILE, FOLDER, DIR, STUDY, or named so) stay as they are, for they must
// open what is on the disk.  Refused, with a fix: what is not UTF-8, a CR alone; in paths also control characters, and
// what may be NAME:PASSWORD; it is not repeated. Call it when all options have been added.
void GuardArguments(CLI::App& program);

// For a terminal: nothing in it moves the cursor, erases, or turns the text round; LF and TAB stay.  What is not UTF-8
// is U+FFFD.  For JSON the same characters are written as \uXXXX, so that nothing is lost.
enum class Shown { kText, kJson };
std::string Harmless(std::string_view text, Shown as);

}  // namespace commonground::cli
