// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds Cyrillic and Arabic names in Latin letters, whichever of the many ways they were written: "Женский Щит" as
// Zhensky Shchit, Zhenskij Ščit, Jenski Chtchit; "نور الفجر" as Nour al-Fajr, Noor Alfadjr.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gateway/leaving/letters.h"
#include "app/gateway/leaving/name_finder.h"

namespace commonground::app {

// Both sides are reduced to a key, in which alike are: y, i, j and nothing beside a vowel; zh, z and j; s, sh and shch;
// c, ts, ch and tch; h, kh and x.  A name's words begin as its keys without their endings do.  A name of several words
// needs six letters of those, one of a single word seven, so that ordinary words are not met by chance.
//
// Of Arabic the consonants count, without w, y and what is not heard; only names of several words with five consonants
// are looked for.
//
// Threads: any.  Cost: a fraction of reading the letters; nothing without such names.
class Sounds {
 public:
  // Of `names` those with `sounds`.
  explicit Sounds(const std::vector<Name>& names);

  bool empty() const { return names_.empty() && arabic_.empty(); }

  // Calls `found` with the number of the name and the first letter's place.
  void Find(const Letters& text, const std::function<void(std::size_t name, std::size_t first)>& found) const;

  // The key of a word in Latin letters, and of one in Cyrillic letters; empty: it has others.
  static std::string KeyOfLatin(std::string_view word, bool j_is_zh);
  static std::string KeyOfCyrillic(std::string_view word);
  // Consonants; empty: it has other letters.
  static std::string ConsonantsOfLatin(std::string_view word);
  static std::string ConsonantsOfArabic(std::string_view word);

 private:
  struct Sought {
    std::size_t number = 0;
    std::vector<std::string> stems;  // of its words
    std::string joined;
  };
  bool Matches(const Letters& text, std::size_t end, const Sought& sought, const std::string& key) const;

  void AddArabic(std::size_t number, const std::string& name);
  void FindArabic(const Letters& text, const std::function<void(std::size_t name, std::size_t first)>& found) const;

  std::vector<Sought> names_;
  std::vector<Sought> arabic_;      // their stems are consonants
  std::array<bool, 128> begins_{};  // a Latin letter that a name can begin with
};

}  // namespace commonground::app
