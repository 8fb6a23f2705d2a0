// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What of a name tells an organisation from others: not the words for its kind ("collective", "réseau", "фонд") and not
// those of the field ("women", "health"), by data/organisation-words, our own lists in five languages.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/gateway/leaving/letters.h"
#include "core/tokenizer.h"

namespace commonground::app {

// Threads: one object a thread.  Cost: the lists are folded when it is made, a few milliseconds.
class OrganisationWords {
 public:
  explicit OrganisationWords(LetterReader& reader);

  // "collective" of the word that stands there, also shortened ("Coll.") or inflected; empty: no such word.
  std::string KindAt(const Letters& text, std::size_t at, std::size_t end) const;
  // Of a script that writes no spaces: what begins at `at`.
  bool ChineseKindAt(const Letters& text, std::size_t at) const;

  // A part of a name, as it is looked for.
  struct Part {
    std::string text;              // "Moth and Ember"
    std::string turned;            // of two words: "Ember Moth"
    std::string initials;          // of two words or more, which mean it beside a word for its kind: "M E"
    std::string kind_of_initials;  // that kind
    bool everyday = false;         // each of its words is an ordinary one
    bool one_word = false;
    std::string kind;  // set: none of its words tells it from others, so it is meant beside a word of this kind only
  };
  // Of "Moth and Ember Women's Collective": "Moth and Ember Women's", "Moth and Ember".  `is_place` is asked for
  // each word: those that say where an organisation is tell it from no other there.  None when nothing would be left
  // out.
  std::vector<Part> PartsOf(const std::string& name, const std::function<bool(const std::string&)>& is_place) const;

 private:
  struct Word;
  std::vector<Word> WordsOf(const std::string& name, const std::function<bool(const std::string&)>& is_place) const;
  std::vector<Part> ChinesePartsOf(const std::string& name) const;

  LetterReader& reader_;
  mutable core::Tokenizer tokenizer_;
  std::map<std::string, std::string, std::less<>> kinds_;    // folded word: kind
  std::map<std::string, std::string, std::less<>> russian_;  // folded stem: kind
  std::set<std::string, std::less<>> doubtful_;              // of kinds_
  std::set<std::string, std::less<>> field_;                 // folded words
  std::set<std::string, std::less<>> everyday_;              // folded words
  std::set<std::string, std::less<>> little_;                // "of", "de"
  std::vector<std::string> chinese_kinds_;                   // folded, the longer ones first
  std::vector<std::string> chinese_;                         // of the field too
};

}  // namespace commonground::app
