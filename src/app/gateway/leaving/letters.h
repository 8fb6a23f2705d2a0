// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A text or a page reduced to its letters, so that a name is found however it is spelt: "Étoi&shy;le <b>de</b>
// l’Océan", "ETOILE DE L'OCEAN" and "etoile-de-l-ocean" come out alike, and what stood between two letters is told
// beside them.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace commonground::app {

// What stands before a letter.
enum class Gap : std::uint8_t {
  kNone,   // nothing, or what nobody sees: a soft hyphen, a joiner, a turn of direction, an accent, vowel points
  kSoft,   // what may stand within a word: hyphen, apostrophe, emphasis, a tag within a line, LampCollective, lamp2
  kDot,    // a single dot, as in the name of a host or a file
  kSpace,  // space, line end, other punctuation
  kPlus,   // a plus sign, as before the number of a telephone
  kBlock,  // another cell, paragraph or attribute; in an address also / # ? = and @
};

// A row of letters.  Each place is a byte of them; of a letter of several bytes the first one counts.
class Letters {
 public:
  std::string_view bytes() const { return {bytes_.get(), size_}; }  // folded, UTF-8, nothing between them
  std::size_t size() const { return size_; }
  Gap gap(std::size_t i) const { return gaps_[i]; }                 // before it
  char32_t written(std::size_t i) const { return written_[i]; }     // the character that it was; 0 within a letter
  std::uint32_t origin(std::size_t i) const { return origin_[i]; }  // where that stands in the text, in bytes
  bool Starts(std::size_t i) const { return i >= size_ || (static_cast<unsigned char>(bytes_[i]) & 0xC0) != 0x80; }
  bool Has(std::size_t at, std::string_view what) const { return bytes().substr(at).starts_with(what); }

  std::string_view source() const { return source_; }  // lives as long as the text that was read

  void Clear(std::string_view source) {
    size_ = 0;
    source_ = source;
  }
  void Add(char byte, Gap gap, char32_t written, std::size_t origin) {
    if (size_ == capacity_) Grow();
    bytes_[size_] = byte;
    gaps_[size_] = gap;
    written_[size_] = written;
    origin_[size_++] = static_cast<std::uint32_t>(origin);
  }

 private:
  void Grow();
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
  std::string_view source_;
  std::unique_ptr<char[]> bytes_;
  std::unique_ptr<Gap[]> gaps_;
  std::unique_ptr<char32_t[]> written_;
  std::unique_ptr<std::uint32_t[]> origin_;
};

// Letters are folded coarser than search folds them: compatibility forms and case, accents and points off, Arabic
// letters to their plain form, and look-alikes of other scripts to one of them (ICU's confusables: Cyrillic а is a, and
// i, l and 1 are one).  Character references (&eacute; &#233; and those written twice over), %C3%A9 and \u00e9 are
// read.
//
// Threads: one object a thread; it remembers the characters that it has seen.  Cost: some 200 MB of page a second.
class LetterReader {
 public:
  LetterReader();
  LetterReader(const LetterReader&) = delete;

  // What is seen goes to `seen`; values of attributes go to `addresses` (for a name may be in a link or a label).  In
  // text without markup nothing goes there.  Both are cleared first.
  void Read(std::string_view text, Letters& seen, Letters& addresses);

  // The folded letters of a word or name.
  std::string Fold(std::string_view text);

 private:
  class Walk;
  struct Folded {
    std::string bytes;
    Gap gap = Gap::kNone;  // when there are no bytes: what it is between letters
  };
  const Folded& Of(char32_t c);
  const Folded& Among(char32_t c);  // within a word of Latin letters: as the letter that it looks like
  Folded Make(char32_t c) const;
  struct Icu;
  const Icu* icu_ = nullptr;
  // Of ASCII: the one byte that it folds to (0: none), and what it is (0 lower case, 1 capital, 2 digit).
  std::array<char, 128> plain_{};
  std::array<char, 128> kind_{};
  std::unordered_map<char32_t, Folded> seen_;
  std::unordered_map<char32_t, Folded> among_;
};

}  // namespace commonground::app
