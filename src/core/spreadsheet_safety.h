// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Cells that a spreadsheet program would run as formulas (CSV injection), made harmless and back.  Every table that is
// written for such programs, as CSV or XLSX, passes here.
#pragma once

#include <string>

namespace commonground::core {

// Puts a ' before what could begin a formula: at the beginning of the cell, and after each separator in it, since in
// some countries programs begin a new cell there ("a;=1+1").  Quotation marks on the way are skipped.
// = + - @ ' TAB CR LF begin one, and so do the full-width and small forms of the first four.
void MakeSafe(std::string& cell);

// The exact inverse.
void TakeSafetyOff(std::string& cell);

}  // namespace commonground::core
