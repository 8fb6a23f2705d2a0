// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Fields of a word processor whose words stand in the instruction, and not in a result beside it.
#pragma once

#include <string>
#include <string_view>

namespace commonground::ingest::parser {

// What a field without a result shows: the sign of SYMBOL, the words of MACROBUTTON, GOTOBUTTON and EQ.  Empty for all
// others.  UTF-8.  Threads: any.
std::string ShownByInstruction(std::string_view instruction);

}  // namespace commonground::ingest::parser
