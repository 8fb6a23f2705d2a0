// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One way to write each word: what folds alike is in docs/search.md, character by character, and is tested against it.
#pragma once

#include <string>
#include <string_view>

namespace commonground::core {

// Capital letters and compatibility forms (NFKC_Casefold, which also takes soft hyphens and joiners out), accents and
// points of Latin, Greek, Cyrillic, Hebrew and Arabic letters (й stays), Latin letters that are no letter with an
// accent (æ, œ, ø, đ, ł, ı ...), Arabic letters that are written in several ways, and digits of all scripts.
// Requires: nothing; what is no UTF-8 becomes U+FFFD.  Idempotent.  It is kept in the index: a change needs a
// migration.
std::string Fold(std::string_view text);

// The first part of it, which keeps accents: small letters in compatibility form.  Turkish and Azerbaijani have their
// own: I is ı, and İ is i.
std::string SmallLetters(std::string_view text, std::string_view language);

// Is written within words and is none of them: an apostrophe as a letter, which divides words as the mark does.
bool IsApostropheLetter(char32_t c);
// Soft hyphen, joiners, marks of direction: words are the same with and without.
bool IsInvisible(char32_t c);

}  // namespace commonground::core
