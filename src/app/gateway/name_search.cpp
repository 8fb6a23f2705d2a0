// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include "app/gateway/name_search.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace commonground::app {

namespace {

constexpr std::int32_t kAbbreviation = 3;

// May a word go on from `inside` to its neighbour `outside`?
bool Joined(UChar32 inside, UChar32 outside) {
  if (!u_isalnum(inside) || !u_isalnum(outside)) return false;
  UErrorCode error = U_ZERO_ERROR;
  return !uscript_breaksBetweenLetters(uscript_getScript(inside, &error));
}

}  // namespace

SearchedText::SearchedText(const std::string& utf8) : exact_(icu::UnicodeString::fromUTF8(utf8)), folded_(exact_) {
  folded_.foldCase();
}

NameSearch::NameSearch(std::string name) : name_(std::move(name)), wanted_(icu::UnicodeString::fromUTF8(name_)) {
  exactly_ = wanted_.countChar32() <= kAbbreviation;
  if (!exactly_) wanted_.foldCase();
}

bool NameSearch::OccursIn(const SearchedText& searched) const {
  const icu::UnicodeString& text = exactly_ ? searched.exact_ : searched.folded_;
  const std::int32_t length = wanted_.length();
  if (length == 0) return false;
  for (std::int32_t at = text.indexOf(wanted_); at >= 0; at = text.indexOf(wanted_, at + 1)) {
    const bool joined_before = at > 0 && Joined(text.char32At(at), text.char32At(at - 1));
    const std::int32_t end = at + length;
    const bool joined_after = end < text.length() && Joined(text.char32At(end - 1), text.char32At(end));
    if (!joined_before && !joined_after) return true;
  }
  return false;
}

}  // namespace commonground::app
