// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pages of a PDF that look right and hold other letters: the file draws shapes and does not say, or says wrongly, which
// letters they are.
#pragma once

#include <string_view>

namespace commonground::ingest::parser {

// Is this, the text of a page, no text for sure?  One of:
// - a fifth of it stands for no character (private use, U+FFFD, controls, not assigned);
// - a third of it is signs that no prose has ("$&/#");
// - Latin letters with next to no vowel;
// - Arabic letters that come one by one, or two by two, instead of in words;
// - Latin letters that are far more like those of a language when each is moved by the same number of places.
// Fewer than 60 characters, and figures, are left alone: nothing is sure of them.
// Threads: any.  Cost: linear.
bool AreLettersBroken(std::string_view text);

}  // namespace commonground::ingest::parser
