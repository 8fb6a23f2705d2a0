// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The forms of a word become one: Snowball stems it as its language writes it, with its accents, and what is left is
// folded.  docs/search.md says what we do before and after Snowball, and why.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace commonground::core {

struct Stemmed {
  std::string token;
  std::string also;  // of the word written without its accents, where that gives another one; empty otherwise
};

// Threads: one object a thread.
class Stemmer {
 public:
  // `language`: BCP 47; of one that Snowball does not know, "und" too, words are folded only.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;

  Stemmed Of(std::string_view word) const;

  // Snowball's name; empty: it has none.  Two languages of one name give the same tokens.
  static std::string_view NameOf(std::string_view language);

 private:
  std::string StemOf(std::string word) const;

  class Snowball;
  std::unique_ptr<Snowball> snowball_;
};

}  // namespace commonground::core
