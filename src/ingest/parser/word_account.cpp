// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts words in and words out, and names the difference.

#include "ingest/parser/word_account.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <unordered_map>

namespace commonground::ingest::parser {

namespace {

template <typename OnCharacter>
void EachCharacter(std::string_view text, OnCharacter on_character) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < length;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    on_character(c, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
  }
}

bool Counts(UChar32 c) {
  return c >= 0 && (c < 0x80 ? (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') : u_isalnum(c) != 0);
}

template <typename OnWord>
void EachWord(std::string_view text, OnWord on_word) {
  std::string word;
  EachCharacter(text, [&](UChar32 c, std::string_view bytes) {
    const bool mark = c >= 0 && (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (Counts(c) || (mark && !word.empty())) {
      word += bytes;
    } else if (!word.empty()) {
      on_word(word);
      word.clear();
    }
  });
  if (!word.empty()) on_word(word);
}

}  // namespace

WordAccount::WordAccount() : letters_(0x110000, 0) {}

void WordAccount::Expect(std::string_view text) {
  EachCharacter(text, [this](UChar32 c, std::string_view) {
    letters_[Counts(c) ? static_cast<std::size_t>(c) : 0] += Counts(c) ? 1 : 0;
  });
  expected_.push_back(text);
}

void WordAccount::Came(std::string_view text) {
  EachCharacter(text, [this](UChar32 c, std::string_view) {
    letters_[Counts(c) ? static_cast<std::size_t>(c) : 0] -= Counts(c) ? 1 : 0;
  });
  came_.push_back(text);
}

std::vector<std::string> WordAccount::Missing() const {
  std::vector<std::string> missing;
  if (std::ranges::none_of(letters_, [](std::int32_t count) { return count > 0; })) return missing;
  std::unordered_map<std::string, std::int64_t> words;
  for (const std::string_view text : came_) EachWord(text, [&](const std::string& word) { ++words[word]; });
  const auto holds_missing_letter = [this](const std::string& word) {
    bool holds = false;
    EachCharacter(word, [&](UChar32 c, std::string_view) {
      holds = holds || (Counts(c) && letters_[static_cast<std::size_t>(c)] > 0);
    });
    return holds;
  };
  for (const std::string_view text : expected_) {
    EachWord(text, [&](const std::string& word) {
      if (--words[word] < 0 && holds_missing_letter(word)) missing.push_back(word);
    });
  }
  if (missing.empty()) {
    for (std::size_t c = 0; c < letters_.size(); ++c) {
      if (letters_[c] <= 0) continue;
      char bytes[4];
      std::size_t size = 0;
      U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(c));
      missing.emplace_back(bytes, size);
    }
  }
  return missing;
}

}  // namespace commonground::ingest::parser
