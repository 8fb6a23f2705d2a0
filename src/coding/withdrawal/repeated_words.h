// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Finds words of one text that another one repeats, whatever the spaces, line ends, marks and capitals between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace commonground::coding {

// About five words: as many letters in a row are no accident.  An ideograph counts as three letters.
inline constexpr int kRunOfLetters = 24;

// Threads: any number may ask once all is added.
class RepeatedWords {
 public:
  void Add(std::string_view text);
  bool empty() const { return runs_.empty(); }

  bool IsIn(std::string_view text) const;
  // The text with "[...]" in place of each run that was added; true: there was one.
  bool TakeOut(std::string& text) const;

 private:
  struct Span {
    std::size_t begin;  // bytes
    std::size_t end;
  };
  std::vector<Span> Find(std::string_view text, bool first_only) const;
  std::unordered_set<std::uint64_t> runs_;
};

}  // namespace commonground::coding
