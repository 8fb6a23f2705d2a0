// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds an organisation's name in a text that people wrote.
#pragma once

#include <unicode/unistr.h>

#include <string>

namespace commonground::app {

// A text, made ready once for many names.  Cost: O(length).
class SearchedText {
 public:
  explicit SearchedText(const std::string& utf8);

 private:
  friend class NameSearch;
  icu::UnicodeString exact_;
  icu::UnicodeString folded_;
};

// A name is found as whole words, in upper or lower case; one of at most three characters (an abbreviation, such as
// "IT") only as it is written, so that ordinary words are not taken for it.  A script that writes no spaces between
// words has no whole words: there a name is found anywhere.
class NameSearch {
 public:
  explicit NameSearch(std::string name);
  const std::string& name() const { return name_; }
  // Cost: O(length of the text).
  bool OccursIn(const SearchedText& text) const;

 private:
  std::string name_;
  icu::UnicodeString wanted_;
  bool exactly_ = false;
};

}  // namespace commonground::app
