// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Characters of labels, titles and names that show nothing: two that look the same are the same, and nothing is written
// between the letters that nobody sees.
#pragma once

#include <string>

namespace commonground::core {

// Without what Unicode says shows nothing (Default_Ignorable_Code_Point: ZERO WIDTH SPACE, WORD JOINER, SOFT HYPHEN,
// Hangul fillers, tags ...), but where it changes how its neighbours look:
//
//     joiners and non-joiners   between letters of scripts that join (Arabic, Devanagari ...), after a virama, and
//     within
//                               an emoji of several
//     variation selectors       after an ideograph, an emoji, a letter of Mongolian, Burmese or 'Phags-pa; one each
//     tags                      after the black flag, as a subdivision: the flag of Wales
//     LRM, RLM, ALM             where a letter is written from right to left: they place commas and brackets
//
// Texts of documents keep all of them (core/canonical.h).  Idempotent.
// Requires: canonical text.  Threads: any.  Cost: one pass; ASCII is given back as it is.
std::string WithoutUnseen(std::string text);

}  // namespace commonground::core
