// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every text is its letters and digits alone, in small letters; of each place the run of kRunOfLetters that begins
// there has a hash, by the sums of Rabin and Karp (1987, "Efficient randomized pattern-matching algorithms").  Modulo
// the prime 2^61 - 1 two runs of a million each meet by accident less than once in a million studies, and then words
// are taken out that a person can write again.
#include "coding/withdrawal/repeated_words.h"

#include <unicode/uchar.h>

#include "core/code_point.h"

namespace commonground::coding {

namespace {

constexpr std::uint64_t kPrime = (std::uint64_t{1} << 61) - 1;
constexpr std::uint64_t kBase = 1'000'003;
constexpr int kIdeograph = 3;

std::uint64_t Times(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint64_t>(static_cast<Wide>(a) * b % kPrime);
}

struct Letter {
  std::uint64_t sum;  // of all letters before it
  std::size_t begin;  // bytes
  std::size_t end;
  int weight;  // of all letters before it
};

// One more than there are letters: the last has the sums of all.
std::vector<Letter> LettersOf(std::string_view text) {
  std::vector<Letter> letters;
  std::uint64_t sum = 0;
  int weight = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    const char32_t c = core::NextCodePoint(text, at);
    if (c == core::kNoCodePoint || !u_isalnum(static_cast<UChar32>(c))) continue;
    letters.push_back({sum, begin, at, weight});
    sum = (Times(sum, kBase) + static_cast<std::uint64_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT))) %
          kPrime;
    weight += u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) ? kIdeograph : 1;
  }
  letters.push_back({sum, text.size(), text.size(), weight});
  return letters;
}

// Calls run(first letter, behind the last, hash) until it gives false.
template <typename Run>
void EachRun(const std::vector<Letter>& letters, Run&& run) {
  // powers[n] is kBase to the n.
  std::vector<std::uint64_t> powers{1};
  for (int n = 0; n < kRunOfLetters; ++n) powers.push_back(Times(powers.back(), kBase));
  std::size_t end = 0;
  for (std::size_t first = 0; first + 1 < letters.size(); ++first) {
    while (end + 1 < letters.size() && letters[end].weight - letters[first].weight < kRunOfLetters) ++end;
    if (letters[end].weight - letters[first].weight < kRunOfLetters) return;
    const std::uint64_t before = Times(letters[first].sum, powers[end - first]);
    if (!run(first, end, (letters[end].sum + kPrime - before) % kPrime)) return;
  }
}

}  // namespace

void RepeatedWords::Add(std::string_view text) {
  EachRun(LettersOf(text), [&](std::size_t, std::size_t, std::uint64_t hash) {
    runs_.insert(hash);
    return true;
  });
}

std::vector<RepeatedWords::Span> RepeatedWords::Find(std::string_view text, bool first_only) const {
  std::vector<Span> spans;
  if (runs_.empty()) return spans;
  const std::vector<Letter> letters = LettersOf(text);
  EachRun(letters, [&](std::size_t first, std::size_t end, std::uint64_t hash) {
    if (!runs_.contains(hash)) return true;
    const Span span{letters[first].begin, letters[end - 1].end};
    if (!spans.empty() && span.begin <= spans.back().end) {
      spans.back().end = span.end;
    } else {
      spans.push_back(span);
    }
    return !first_only;
  });
  return spans;
}

bool RepeatedWords::IsIn(std::string_view text) const {
  return !Find(text, true).empty();
}

bool RepeatedWords::TakeOut(std::string& text) const {
  const std::vector<Span> spans = Find(text, false);
  if (spans.empty()) return false;
  std::string left;
  std::size_t at = 0;
  for (const Span& span : spans) {
    left.append(text, at, span.begin - at);
    left += "[...]";
    at = span.end;
  }
  left.append(text, at);
  text = std::move(left);
  return true;
}

}  // namespace commonground::coding
