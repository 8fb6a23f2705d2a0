// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Cuts a text into tokens: its words, folded and stemmed.  What searches, and what learns from texts, sees these and no
// others, so that texts and questions meet.  They are stored (store/search): they must not change without a migration.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace commonground::core {

struct Token {
  std::string_view text;  // valid until the callback returns
  std::string_view also;  // what the word gives when it is written without its accents; empty: the same
  std::size_t start = 0;  // bytes of the word in the text
  std::size_t end = 0;
};

// Words by ICU: runs of letters, digits and their marks; in Chinese, Japanese, Thai, Lao, Khmer and Burmese by its
// dictionaries.  Each is stemmed by its language (stem.h) and folded (fold.h).  An apostrophe divides, also one that is
// a letter: l'accès is found by accès.  Letters in compatibility form are made plain first (plain_letters.h).  Soft
// hyphens, joiners and marks of direction are not there.
//
// Threads: one object a thread.  Cost: about 30 MB of ASCII a second, 10 MB of other text; words seen before are
// remembered.
class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;

  // Stops when `take` gives false.  `language`: BCP 47; one without a stemmer is folded only.
  void Cut(std::string_view text, std::string_view language, const std::function<bool(const Token&)>& take);

  // Token::text of one word that Cut would give, without a stem when `language` is empty.
  std::string Fold(std::string_view word, std::string_view language);

  // Do two languages stem alike?  Then a question need not be asked twice.
  static std::string_view StemmerOf(std::string_view language);

 private:
  class Words;
  std::unique_ptr<Words> words_;
};

}  // namespace commonground::core
