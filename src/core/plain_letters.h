// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Letters in compatibility form made plain before words are cut, since a word is cut by its letters: half-width kana,
// radicals for ideographs, full-width letters, ligatures, units in one sign, H₂O.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::core {

class PlainLetters {
 public:
  // NFKC of the letters, digits and marks in `text`, of lower figures, of units and abbreviations in one sign (㎏, ㍿),
  // of radicals, of ideographs in a circle or brackets.  A raised figure is one only after a word of at most two
  // letters (m², km², but not the number of a note: condoms¹).  Signs that divide words stay as they are (½, №, ™, ①),
  // and so does Thai and Lao AM, as the dictionaries know it. Cost: texts that hold no such form: one look; others: one
  // pass.
  explicit PlainLetters(std::string_view text);

  // What to cut; `text` itself where nothing differs.
  std::string_view text() const { return changed_ ? std::string_view(made_) : text_; }
  // Where that stands in the text that was given: of a letter that became several, all of it.
  std::size_t StartOf(std::size_t made) const;
  std::size_t EndOf(std::size_t made) const;

 private:
  struct Piece {
    std::size_t made = 0;   // bytes
    std::size_t given = 0;  // bytes
    bool is_same = false;   // letter for letter, up to the next piece
  };
  std::string_view text_;
  std::string made_;
  std::vector<Piece> pieces_;
  bool changed_ = false;
};

}  // namespace commonground::core
