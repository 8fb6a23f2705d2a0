// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts the changes to each end in the text by differences of neighbouring cells, 64 of a column in a word.

#include "coding/anchoring/nearest.h"

#include <algorithm>
#include <unordered_map>

#include "coding/anchoring/diff.h"
#include "coding/anchoring/limits.h"
#include "coding/anchoring/pieces.h"
#include "coding/anchoring/runs_in_order.h"

namespace commonground::coding {

namespace {

constexpr std::int64_t kMaxStepsOfNearest = 4'000'000'000;  // of all passages: some seconds
constexpr std::size_t kBitsOfWord = 64;

// Where the letters of the quote stand in it, as bits.
class LetterPlaces {
 public:
  explicit LetterPlaces(CodePointsView quote)
      : blocks_((quote.size() + kBitsOfWord - 1) / kBitsOfWord), none_(blocks_, 0) {
    for (std::size_t i = 0; i < quote.size(); ++i) {
      auto& bits = of_.try_emplace(quote[i], none_).first->second;
      bits[i / kBitsOfWord] |= std::uint64_t{1} << (i % kBitsOfWord);
    }
  }
  std::size_t blocks() const { return blocks_; }
  const std::vector<std::uint64_t>& Of(char32_t letter) const {
    const auto found = of_.find(letter);
    return found == of_.end() ? none_ : found->second;
  }

 private:
  std::size_t blocks_;
  std::vector<std::uint64_t> none_;
  std::unordered_map<char32_t, std::vector<std::uint64_t>> of_;
};

struct BestPlace {
  std::size_t end = 0;
  int distance = 0;
};

// The first end with the fewest changes.
std::optional<BestPlace> BestEnd(CodePointsView text, CodePointsView quote, std::int64_t& steps) {
  const LetterPlaces places(quote);
  const std::size_t blocks = places.blocks();
  const std::uint64_t last_bit = std::uint64_t{1} << ((quote.size() - 1) % kBitsOfWord);
  std::vector<std::uint64_t> plus(blocks, ~std::uint64_t{0});  // one more than the cell above
  std::vector<std::uint64_t> minus(blocks, 0);                 // one less
  int distance = static_cast<int>(quote.size());
  BestPlace best{0, distance};
  for (std::size_t j = 0; j < text.size(); ++j) {
    steps -= static_cast<std::int64_t>(blocks);
    if (steps < 0) return std::nullopt;
    const auto& equal_here = places.Of(text[j]);
    int from_above = 0;  // a place may begin anywhere: the row above the quote is all 0
    for (std::size_t b = 0; b < blocks; ++b) {
      std::uint64_t equal = equal_here[b];
      const std::uint64_t vertical = equal | minus[b];
      if (from_above < 0) equal |= 1;
      const std::uint64_t horizontal = (((equal & plus[b]) + plus[b]) ^ plus[b]) | equal;
      std::uint64_t more = minus[b] | ~(horizontal | plus[b]);
      std::uint64_t fewer = plus[b] & horizontal;
      if (b + 1 == blocks) distance += (more & last_bit) != 0 ? 1 : (fewer & last_bit) != 0 ? -1 : 0;
      const int below = static_cast<int>(more >> (kBitsOfWord - 1)) - static_cast<int>(fewer >> (kBitsOfWord - 1));
      more <<= 1;
      fewer <<= 1;
      if (from_above < 0) fewer |= 1;
      if (from_above > 0) more |= 1;
      plus[b] = fewer | ~(vertical | more);
      minus[b] = more & vertical;
      from_above = below;
    }
    if (distance < best.distance) best = {j + 1, distance};
  }
  return best;
}

// One of two passages, cut where it is like the other and where it is not.
class PassageParts {
 public:
  explicit PassageParts(std::string_view passage) : words_(passage) {}
  // What is like the other begins at `start`.
  void Add(std::size_t start, std::size_t length) {
    Put(at_, start, true);
    Put(start, start + length, false);
    at_ = start + length;
  }
  std::vector<ComparedPart> Finish() {
    Put(at_, static_cast<std::size_t>(words_.length()), true);
    return std::move(parts_);
  }

 private:
  void Put(std::size_t start, std::size_t end, bool only_here) {
    if (start >= end) return;
    const core::TextRange range{static_cast<std::int64_t>(start), static_cast<std::int64_t>(end)};
    parts_.push_back({std::string(words_.Slice(range).value_or("")), only_here});
  }
  core::TextIndex words_;
  std::size_t at_ = 0;
  std::vector<ComparedPart> parts_;
};

// A passage that lost its end becomes the sentence behind with fewer changes than letters are left out, although they
// have hardly a word in common: sentences at either end, less than half of whose letters are in words of the passage,
// are left out.
MatchCandidate WithoutStrangers(CodePointsView text, CodePointsView quote, MatchCandidate found, std::int64_t& steps) {
  const CodePointsView words = text.substr(found.start, found.end - found.start);
  const std::vector<Run> runs = RunsInOrder(Compare(quote, words).runs);
  const auto is_stranger = [&](const Piece& sentence) {
    std::size_t common = 0;
    for (const Run& run : runs) {
      const std::size_t from = std::max(run.new_start, sentence.start);
      const std::size_t to = std::min(run.new_start + run.length, sentence.start + sentence.length);
      common += to > from ? to - from : 0;
    }
    return 2 * common < sentence.length;
  };
  Names names;
  std::vector<Piece> sentences = SentencePieces(words, names);
  std::erase_if(sentences, [](const Piece& one) { return !one.has_word; });
  std::size_t first = 0;
  std::size_t last = sentences.size();
  while (last - first > 1 && is_stranger(sentences[last - 1])) --last;
  while (last - first > 1 && is_stranger(sentences[first])) ++first;
  if (first == 0 && last == sentences.size()) return found;
  MatchCandidate left{found.start + sentences[first].start,
                      found.start + sentences[last - 1].start + sentences[last - 1].length, found.distance};
  const auto distance = DistanceUpTo(quote, text.substr(left.start, left.end - left.start),
                                     static_cast<int>(std::max(quote.size(), words.size())), steps);
  if (!distance) return found;
  left.distance = *distance;
  return left;
}

}  // namespace

std::optional<MatchCandidate> FindFewestChanges(CodePointsView text, CodePointsView quote, int most,
                                                std::int64_t& steps) {
  if (quote.empty() || text.empty()) return std::nullopt;
  const auto best = BestEnd(text, quote, steps);
  if (!best || best->distance > most || best->distance >= static_cast<int>(quote.size())) return std::nullopt;
  const std::size_t longest = quote.size() + static_cast<std::size_t>(best->distance);
  const std::size_t from = best->end - std::min(best->end, longest);
  for (const MatchCandidate& one : FindSimilar(text.substr(from, best->end - from), quote, best->distance, steps)) {
    if (from + one.end == best->end) return MatchCandidate{from + one.start, from + one.end, one.distance};
  }
  return std::nullopt;
}

ComparedPassages ComparePassages(std::string_view was, std::string_view is) {
  const Letters was_letters = ToLetters(was);
  const Letters is_letters = ToLetters(is);
  PassageParts before(was);
  PassageParts after(is);
  for (const Run& run : RunsInOrder(Compare(was_letters, is_letters).runs)) {
    before.Add(run.old_start, run.length);
    after.Add(run.new_start, run.length);
  }
  return {before.Finish(), after.Finish()};
}

NearestIn::NearestIn(std::string_view text) : text_(ToLetters(text)), steps_(kMaxStepsOfNearest) {}

std::optional<Nearest> NearestIn::To(std::string_view passage) {
  const Letters quote = ToLetters(passage);
  if (!IsSearched(quote)) return std::nullopt;
  const auto fewest = FindFewestChanges(text_, quote, static_cast<int>(quote.size() * 3 / 5), steps_);
  if (!fewest) return std::nullopt;
  const MatchCandidate found = WithoutStrangers(text_, quote, *fewest, steps_);
  std::size_t start = found.start;
  std::size_t end = found.end;
  while (IsInsideWord(text_, start)) --start;
  while (IsInsideWord(text_, end)) ++end;
  return Nearest{{static_cast<std::int64_t>(start), static_cast<std::int64_t>(end)},
                 1 - static_cast<double>(found.distance) / static_cast<double>(quote.size())};
}

}  // namespace commonground::coding
