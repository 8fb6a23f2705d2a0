// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Cuts texts for the comparison, and pairs what is in both once.
#include "coding/anchoring/pieces.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>

namespace commonground::coding {

namespace {

constexpr std::size_t kWordRun = 8;  // tokens: four words and their spaces

bool IsSpace(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool EndsASentence(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0;
}

// Stands after the mark that ends a sentence, and belongs to it.
bool Closes(char32_t c) {
  return c == U'"' || c == U'\'' || (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_PE_MASK | U_GC_PF_MASK)) != 0;
}

// Ends a sentence whatever follows: no space is written after these.
bool NeedsNoSpace(char32_t c) {
  return c == U'\u3002' || c == U'\uFF01' || c == U'\uFF1F' || c == U'\uFF61';
}

// Requires: no white space at `at`.
std::size_t SentenceEnd(CodePointsView text, std::size_t at) {
  for (; at < text.size() && text[at] != U'\n'; ++at) {
    if (!EndsASentence(text[at])) continue;
    std::size_t next = at + 1;
    while (next < text.size() && (EndsASentence(text[next]) || Closes(text[next]))) ++next;
    if (next == text.size() || IsSpace(text[next]) || NeedsNoSpace(text[at])) return next;
    at = next - 1;
  }
  while (at > 0 && IsSpace(text[at - 1])) --at;  // spaces at a line's end
  return at;
}

// The longest part of the pairs that is in the order of both texts.  Requires: sorted by the first members.
Pairs InOrder(const Pairs& pairs) {
  std::vector<std::size_t> tails;
  std::vector<std::ptrdiff_t> before(pairs.size(), -1);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto at =
        std::ranges::lower_bound(tails, pairs[i].second, {}, [&](std::size_t t) { return pairs[t].second; });
    if (at != tails.begin()) before[i] = static_cast<std::ptrdiff_t>(*(at - 1));
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  Pairs longest;
  for (std::ptrdiff_t i = tails.empty() ? -1 : static_cast<std::ptrdiff_t>(tails.back()); i >= 0;
       i = before[static_cast<std::size_t>(i)]) {
    longest.push_back(pairs[static_cast<std::size_t>(i)]);
  }
  std::ranges::reverse(longest);
  return longest;
}

}  // namespace

std::vector<Piece> SentencePieces(CodePointsView text, Names& names) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && IsSpace(text[end])) ++end;
    const bool is_space = end > at;
    if (!is_space) end = SentenceEnd(text, at);
    const CodePointsView words = text.substr(at, end - at);
    pieces.push_back({at, end - at, names.Of(words), !is_space && std::ranges::any_of(words, IsWordLetter)});
    at = end;
  }
  return pieces;
}

void AddTokens(CodePointsView text, std::size_t begin, std::size_t end, Names& names, std::vector<Piece>& tokens) {
  for (std::size_t at = begin; at < end;) {
    const std::size_t length = std::min(TokenLength(text, at), end - at);
    tokens.push_back({at, length, names.Of(text.substr(at, length)), IsWordLetter(text[at])});
    at += length;
  }
}

Pairs UniquePairs(std::span<const Piece> a, std::span<const Piece> b) {
  struct Seen {
    int in_a = 0;
    int in_b = 0;
    std::size_t b = 0;
  };
  std::unordered_map<int, Seen> seen;
  for (const Piece& piece : a) {
    if (piece.has_word) ++seen[piece.name].in_a;
  }
  for (std::size_t i = 0; i < b.size(); ++i) {
    const auto found = seen.find(b[i].name);
    if (found == seen.end()) continue;
    ++found->second.in_b;
    found->second.b = i;
  }
  Pairs pairs;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!a[i].has_word) continue;
    const Seen& one = seen.at(a[i].name);
    if (one.in_a == 1 && one.in_b == 1) pairs.emplace_back(i, one.b);
  }
  return InOrder(pairs);
}

Pairs UniqueWordRuns(std::span<const Piece> a, std::span<const Piece> b) {
  struct Start {
    std::uint64_t words = 0;  // a hash: whoever uses a pair compares the words
    std::size_t at = 0;
  };
  const auto starts = [](std::span<const Piece> pieces) {
    std::vector<Start> all;
    for (std::size_t i = 0; i + kWordRun <= pieces.size(); ++i) {
      std::uint64_t hash = 0;
      for (std::size_t k = 0; k < kWordRun; ++k) {  // by A. Appleby's finaliser, MurmurHash3
        hash = (hash ^ static_cast<std::uint64_t>(pieces[i + k].name)) * 0xff51afd7ed558ccdULL;
        hash ^= hash >> 33;
      }
      if (hash % 4 == 0) all.push_back({hash, i});
    }
    std::ranges::sort(all, {}, [](const Start& one) { return std::pair(one.words, one.at); });
    // Those that are there more than once are taken out.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size();) {
      std::size_t next = i + 1;
      while (next < all.size() && all[next].words == all[i].words) ++next;
      if (next == i + 1) all[kept++] = all[i];
      i = next;
    }
    all.resize(kept);
    return all;
  };
  const std::vector<Start> in_a = starts(a);
  const std::vector<Start> in_b = starts(b);
  Pairs pairs;
  for (auto x = in_a.begin(), y = in_b.begin(); x != in_a.end() && y != in_b.end();) {
    if (x->words == y->words)
      pairs.emplace_back(x++->at, y++->at);
    else if (x->words < y->words)
      ++x;
    else
      ++y;
  }
  std::ranges::sort(pairs);
  return InOrder(pairs);
}

}  // namespace commonground::coding
