// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two heaps of words, weighed against each other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commonground::ingest::parser {

// Invariant: letters and digits are counted as they are written, in no normal form; all else does not count.
class WordAccount {
 public:
  WordAccount();

  // Words that should be there.  UTF-8; borrowed until Missing.
  void Expect(std::string_view text);
  // Words that are there.
  void Came(std::string_view text);

  // The words that were expected and did not come, as often as they are missing; empty when every letter came, however
  // words were cut.  Of letters that are missing without a whole word that is, the letters.
  // Cost: linear; nothing but the count of letters when none is missing.
  std::vector<std::string> Missing() const;

 private:
  std::vector<std::int32_t> letters_;  // expected less come, by code point
  std::vector<std::string_view> expected_;
  std::vector<std::string_view> came_;
};

}  // namespace commonground::ingest::parser
