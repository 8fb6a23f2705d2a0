// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One shape that stands for several Arabic letters: lam and alef, lam and ya, the name of God.  A PDF reader gives such
// a shape as its letters in the order in which they are read, each with the same part of its width, while all other
// letters come in the order in which they stand on the page.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace commonground::ingest::parser {

// A word as it stands on the page, from left to right.
struct DrawnWord {
  std::u16string text;
  std::vector<double> widths;  // of each of its letters, as a part of the size of the font
  std::string font;            // its name: letters of one font are compared
};

// Turns the letters of such shapes, so that all letters of a word are in the order of the page.  Two letters of their
// own may happen to be of one width ("al" in many fonts): then each has the width that it has elsewhere in `words`, in
// the same form (alone, first, within, last); a shape's parts do not.  Where the words tell nothing of the two letters,
// what is most frequent in the language decides.  Cost: linear.
void TurnLigatures(std::span<DrawnWord> words);

}  // namespace commonground::ingest::parser
