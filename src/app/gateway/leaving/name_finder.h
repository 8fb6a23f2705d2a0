// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds many names in a text, however they are spelt (letters.h): one pass, whatever the number of names.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/gateway/leaving/letters.h"
#include "app/gateway/leaving/organisation_words.h"
#include "core/tokenizer.h"

namespace commonground::app {

// How a name is looked for.
enum class Manner {
  kAnyCase,    // a name: its words in their order, inflected or not, apart or joined
  kCapital,    // the same, but an ordinary word is meant as a name only with a capital letter, or in an address
  kDistinct,   // what tells a name from others, where it is an ordinary word: only where it is written as a name
  kAsWritten,  // an abbreviation: "IT", "KEN", not "it"; between words, and not in a line of capitals
  kAlone,      // a short id: "us" where nothing else stands: a cell, a file's name, a part of an address, a tag
  kSuffix,     // the end of a host's name: ".ke"
  kDial,       // a dialling code before a number: "+254 7..."
};

struct Name {
  std::string text;  // as in the person's file
  Manner manner = Manner::kAnyCase;
  bool inflects = true;
  bool place = false;         // of countries the adjective too: "Kenyan"
  bool tongue = false;        // a language is called so too: "the French version" is no place, "French law" is
  std::string language = {};  // set: a word of this language, inflected as there only
  bool sounds = false;        // Cyrillic, and found in Latin letters (sounds.h)
  bool everyday = false;      // kDistinct: also written small, so that a capital at a sentence's beginning says nothing
  std::string kind = {};      // kDistinct, set: beside a word for this kind of organisation only
  bool id = false;            // "las-esquinas" is not meant by "las esquinas"; "Las Esquinas" and "las_esquinas" are
};

// Rules, each tried in name_finder_test.cpp:
// - between the words of a name may stand anything, and words such as "of", "de", "и"; they may also be joined;
// - within a word may stand what is kSoft; from 8 letters on, or where each letter stands alone, spaces and tags too;
// - a name begins and ends where a word does; one of 10 letters or more, or of a script that writes no spaces,
// anywhere;
// - a word for a kind of organisation stands for its like: "Coll.", "Colectivo" for "Collective";
// - what is kDistinct is meant as a name where each word has a capital (of a single everyday word: after a small one),
// where all are joined, as an address, and with a capital beside a word for a kind of organisation;
// - a word is also found inflected: when search would give it the same stem in one of `languages`.
//
// Threads: one object a thread.  Cost: building, O(letters of the names); finding, some 400 MB of letters a second.
class NameFinder {
 public:
  // `languages`: BCP 47, those that texts of the study are in.
  NameFinder(std::vector<Name> names, const std::set<std::string>& languages, LetterReader& reader);

  const std::vector<Name>& names() const { return names_; }

  // Calls `found` with the number of the name and the first letter's place; the same name may come many times.
  enum class Where { kText, kAddress };
  void Find(const Letters& text, Where where,
            const std::function<void(std::size_t name, std::size_t first, std::size_t end)>& found);

 private:
  struct Word {
    std::string letters;
    std::string russian;          // of places: what their adjectives in Russian begin with
    std::string core;             // what its inflected forms begin with
    std::set<std::string> stems;  // of each language
    int count = 0;                // letters
    bool little = false;          // "of", "de"
    std::string kind;             // of organisations: "collective"
  };
  struct Wanted {
    std::vector<Word> words;
    std::string letters;  // of these words
    std::string full;     // with little words
    int count = 0;
    bool anywhere = false;         // also within a word
    bool joined_anywhere = false;  // within a word, with all of its little words and nothing between: mothandember
    bool clitics = false;          // up to three letters may be joined before its words
    bool spaceless = false;
    std::size_t back = 0;    // how many bytes before its key it may begin
    std::u32string written;  // kAsWritten
  };

  void Add(const Name& name, LetterReader& reader);
  void AddKeys();
  void AddKey(std::string_view letters, bool inside, std::uint32_t wanted);
  std::size_t Match(const Letters& text, std::size_t at, std::size_t wanted, Where where);  // its end, or 0
  std::size_t MatchWords(const Letters& text, std::size_t at, const Wanted& wanted, const Name& name, std::size_t word);
  static bool IsJoined(const Letters& text, std::size_t at, const Wanted& wanted);
  static std::size_t Joined(const Letters& text, std::size_t at, const Wanted& wanted);
  static std::size_t Whole(const Letters& text, std::size_t at, const Wanted& wanted, const Word& word);
  std::size_t Inflected(const Letters& text, std::size_t at, const Name& name, const Word& word);
  std::size_t OfItsKind(const Letters& text, std::size_t at, const Word& word) const;
  std::size_t MatchDistinct(const Letters& text, std::size_t at, const Wanted& wanted, const Name& name, Where where);
  bool IsWrittenAsName(const Letters& text, std::size_t at, std::size_t end, const Wanted& wanted, const Name& name,
                       Where where) const;
  bool IsBesideAKind(const Letters& text, std::size_t at, std::size_t end, const std::string& kind) const;
  std::size_t MatchExact(const Letters& text, std::size_t at, std::size_t number, Where where) const;
  bool MeansALanguage(const Letters& text, std::size_t at, std::size_t end) const;
  void SetLanguageWords(LetterReader& reader);
  static bool Tries(const Name& name, const std::string& language) {
    return name.language.empty() || name.language == language;
  }
  static bool MatchesAsWritten(const Letters& text, std::size_t at, const Wanted& wanted, Where where, bool place);

  // By the first bytes of what to find: tried where words begin (by 2, 3 and 4 bytes), or everywhere (4 bytes).
  struct Keys {
    std::vector<bool> maybe = std::vector<bool>(1U << 16U);
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> wanted;
  };
  static std::uint32_t KeyOf(const char* bytes, std::size_t length);
  static std::uint32_t Slot(std::uint32_t key) { return (key * 2654435761U) >> 16U; }

  std::vector<Name> names_;
  std::vector<Wanted> wanted_;
  Keys starts_[5];  // by length of the key
  Keys inside_;
  std::set<std::string> languages_;
  std::set<std::string> between_;      // folded words that may stand between words of a name
  std::set<std::string> of_language_;  // "version", "traduction": beside one, "French" is a language
  std::set<std::string> in_language_;  // "in", "en"
  core::Tokenizer tokenizer_;
  OrganisationWords organisation_words_;
};

}  // namespace commonground::app
