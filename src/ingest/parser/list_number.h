// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The numbers that a word processor or browser sets before the items of a list.
#pragma once

#include <string>
#include <string_view>

namespace commonground::ingest::parser {

// `form`: as DOCX ("lowerRoman"), ODT and HTML ("i") name it.  One that is not known, and a number that the form cannot
// write, is written in digits.  "none", "bullet" and the empty form give nothing.  Threads: any.
std::string NumberAs(std::string_view form, int number);

}  // namespace commonground::ingest::parser
