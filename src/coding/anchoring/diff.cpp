// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whole sentences first, in order and out of order; words only between what is left of them.  So a sentence that stands
// elsewhere now is never taken, word by word, for one that stood where it came to.
#include "coding/anchoring/diff.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

#include "coding/anchoring/limits.h"
#include "coding/anchoring/pieces.h"

namespace commonground::coding {

namespace {

constexpr int kMaxChanges = 2'000;
constexpr std::size_t kManyTokens = 200'000;  // of a stretch in which nobody need try to find 2,000 changes first
constexpr std::int64_t kMaxSteps =
    1'000'000'000;            // a guard: 4,001 diagonals, each as long as the text, is the worst case
constexpr int kMaxDepth = 8;  // sentences that are once in a stretch, in a stretch of that, and so on

// Myers: furthest[k] is how far along `a` the paths on diagonal k (= place in a - place in b) have come after d
// changes.
std::optional<Pairs> Myers(std::span<const Piece> a, std::span<const Piece> b, std::int64_t& steps) {
  const int n = static_cast<int>(a.size());
  const int m = static_cast<int>(b.size());
  const int most = std::min(n + m, kMaxChanges);
  std::vector<int> furthest(2 * static_cast<std::size_t>(most) + 3, 0);
  const auto at = [&](int k) -> int& { return furthest[static_cast<std::size_t>(k + most + 1)]; };
  std::vector<std::vector<int>> trace;  // of each d: furthest[-d..d] before it
  int changes = -1;
  for (int d = 0; d <= most && changes < 0 && steps >= 0; ++d) {
    trace.emplace_back(furthest.begin() + (most + 1 - d), furthest.begin() + (most + 1 + d + 1));
    for (int k = -d; k <= d; k += 2) {
      const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
      int x = down ? at(k + 1) : at(k - 1) + 1;
      const int from = x;
      while (x < n && x - k < m && a[static_cast<std::size_t>(x)].name == b[static_cast<std::size_t>(x - k)].name) ++x;
      at(k) = x;
      steps -= 1 + (x - from);
      if (x >= n && x - k >= m) {
        changes = d;
        break;
      }
    }
  }
  if (changes < 0) return std::nullopt;
  Pairs pairs;
  int x = n;
  int y = m;
  for (int d = changes; d > 0; --d) {
    const std::vector<int>& was = trace[static_cast<std::size_t>(d)];  // furthest[-d..d] after d - 1
    const auto before = [&](int k) { return was[static_cast<std::size_t>(k + d)]; };
    const int k = x - y;
    const bool down = k == -d || (k != d && before(k - 1) < before(k + 1));
    const int from = down ? k + 1 : k - 1;
    const int start_x = before(from);
    const int start_y = start_x - from;
    const int after_x = down ? start_x : start_x + 1;
    while (x > after_x) pairs.emplace_back(--x, --y);
    x = start_x;
    y = start_y;
  }
  while (x > 0) pairs.emplace_back(--x, --y);
  std::ranges::reverse(pairs);
  return pairs;
}

class Differ {
 public:
  Differ(CodePointsView old_text, CodePointsView new_text)
      : old_(old_text),
        new_(new_text),
        a_(SentencePieces(old_, names_)),
        old_names_(names_.size()),
        b_(SentencePieces(new_, names_)),
        a_taken_(a_.size()),
        b_taken_(b_.size()) {}

  Comparison Compare() {
    Between({0, a_.size(), 0, b_.size()}, 0);
    CountLeft();
    FindMoved();
    for (const Gap& gap : gaps_) WordsBetween(gap);
    for (std::size_t j = 0; j < b_.size(); ++j) {
      if (IsCopy(j)) copies_.push_back({b_[j].start, b_[j].length, b_[j].name});
    }
    std::vector<Sentence> sentences;
    for (const Piece& piece : a_) sentences.push_back({piece.start, piece.length, piece.name});
    return {Joined(), std::move(copies_), std::move(sentences)};
  }

 private:
  struct Gap {
    std::size_t i = 0;
    std::size_t i_end = 0;
    std::size_t j = 0;
    std::size_t j_end = 0;
  };

  void Take(std::size_t i, std::size_t j) {
    a_taken_[i] = b_taken_[j] = true;
    Add({a_[i].start, b_[j].start, a_[i].length, a_[i].has_word && a_[i].length >= kFewestSearched});
  }

  bool AreSame(std::size_t i, std::size_t j) const { return a_[i].name == b_[j].name; }

  // Sentences that are once in each stretch, and what is equal beside them; the same again between those.
  void Between(Gap gap, int depth) {
    while (gap.i < gap.i_end && gap.j < gap.j_end && AreSame(gap.i, gap.j)) Take(gap.i++, gap.j++);
    while (gap.i < gap.i_end && gap.j < gap.j_end && AreSame(gap.i_end - 1, gap.j_end - 1)) {
      Take(--gap.i_end, --gap.j_end);
    }
    if (gap.i == gap.i_end || gap.j == gap.j_end) return;
    const Pairs pairs = depth == kMaxDepth ? Pairs()
                                           : UniquePairs(std::span(a_).subspan(gap.i, gap.i_end - gap.i),
                                                         std::span(b_).subspan(gap.j, gap.j_end - gap.j));
    if (pairs.empty()) {
      gaps_.push_back(gap);
      return;
    }
    std::size_t i = gap.i;
    std::size_t j = gap.j;
    for (const auto& [x, y] : pairs) {
      std::size_t p = gap.i + x;
      std::size_t q = gap.j + y;
      if (p < i || q < j) continue;  // taken already, by growing
      const std::size_t p_next = p + 1;
      const std::size_t q_next = q + 1;
      while (p > i && q > j && AreSame(p - 1, q - 1)) --p, --q;
      Between({i, p, j, q}, depth + 1);
      for (; p < p_next; ++p, ++q) Take(p, q);
      for (i = p_next, j = q_next; i < gap.i_end && j < gap.j_end && AreSame(i, j); ++i, ++j) Take(i, j);
    }
    Between({i, gap.i_end, j, gap.j_end}, depth + 1);
  }

  void CountLeft() {
    left_a_.assign(static_cast<std::size_t>(names_.size()), 0);
    left_b_.assign(left_a_.size(), 0);
    for (std::size_t i = 0; i < a_.size(); ++i) left_a_[NameOf(a_[i])] += a_taken_[i] ? 0 : 1;
    for (std::size_t j = 0; j < b_.size(); ++j) left_b_[NameOf(b_[j])] += b_taken_[j] ? 0 : 1;
  }

  static std::size_t NameOf(const Piece& piece) { return static_cast<std::size_t>(piece.name); }

  // Long sentences that are left once in each text have moved, with what is left beside them.
  void FindMoved() {
    std::vector<std::size_t> at(left_b_.size());
    for (std::size_t j = 0; j < b_.size(); ++j) {
      if (!b_taken_[j]) at[NameOf(b_[j])] = j;
    }
    for (std::size_t i = 0; i < a_.size(); ++i) {
      const std::size_t name = NameOf(a_[i]);
      if (a_taken_[i] || !a_[i].has_word || a_[i].length < kSpeaksAlone || left_a_[name] != 1 || left_b_[name] != 1) {
        continue;
      }
      const std::size_t j = at[name];
      if (b_taken_[j]) continue;
      Take(i, j);
      for (std::size_t k = 1; k <= i && k <= j && IsFree(i - k, j - k); ++k) Take(i - k, j - k);
      for (std::size_t k = 1; i + k < a_.size() && j + k < b_.size() && IsFree(i + k, j + k); ++k) Take(i + k, j + k);
    }
    CountLeft();
  }

  bool IsFree(std::size_t i, std::size_t j) const { return !a_taken_[i] && !b_taken_[j] && AreSame(i, j); }

  // A sentence of the old text that is in the new one once more than there.
  bool IsCopy(std::size_t j) const { return !b_taken_[j] && b_[j].has_word && b_[j].name < old_names_; }

  void WordsBetween(const Gap& gap) {
    Names names;
    std::vector<Piece> x;
    std::vector<Piece> y;
    for (std::size_t i = gap.i; i < gap.i_end; ++i) {
      const bool is_elsewhere = a_[i].has_word && left_b_[NameOf(a_[i])] > 0;
      if (!a_taken_[i] && !is_elsewhere) AddTokens(old_, a_[i].start, a_[i].start + a_[i].length, names, x);
    }
    for (std::size_t j = gap.j; j < gap.j_end; ++j) {
      if (!b_taken_[j] && !IsCopy(j)) AddTokens(new_, b_[j].start, b_[j].start + b_[j].length, names, y);
    }
    // Equal ends need no search.
    std::size_t front = 0;
    while (front < x.size() && front < y.size() && x[front].name == y[front].name) ++front;
    std::size_t back = 0;
    while (back < x.size() - front && back < y.size() - front &&
           x[x.size() - back - 1].name == y[y.size() - back - 1].name) {
      ++back;
    }
    for (std::size_t k = 0; k < front; ++k) Add({x[k].start, y[k].start, x[k].length});
    ByWords(std::span(x).subspan(front, x.size() - front - back), std::span(y).subspan(front, y.size() - front - back));
    for (std::size_t k = back; k > 0; --k) {
      Add({x[x.size() - k].start, y[y.size() - k].start, x[x.size() - k].length});
    }
  }

  using Stretch = std::span<const Piece>;

  void ByWords(Stretch x, Stretch y) {
    if (x.empty() || y.empty()) return;
    if (x.size() + y.size() <= kManyTokens && ByChanges(x, y)) return;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const auto& [p, q] : UniqueWordRuns(x, y)) {
      if (p < i || q < j || x[p].name != y[q].name) continue;
      std::size_t back = 0;
      while (p - back > i && q - back > j && x[p - back - 1].name == y[q - back - 1].name) ++back;
      ByChanges(x.subspan(i, p - back - i), y.subspan(j, q - back - j));
      i = p - back;
      j = q - back;
      for (; i < x.size() && j < y.size() && x[i].name == y[j].name; ++i, ++j) {
        Add({x[i].start, y[j].start, x[i].length});
      }
    }
    ByChanges(x.subspan(i), y.subspan(j));
  }

  // False when there are too many changes; nothing is added then.
  bool ByChanges(Stretch x, Stretch y) {
    const auto pairs = Myers(x, y, steps_);
    if (!pairs) return false;
    for (const auto& [p, q] : *pairs) Add({x[p].start, y[q].start, x[p].length});
    return true;
  }

  void Add(const Run& run) { AddTo(runs_, run); }

  static void AddTo(std::vector<Run>& runs, const Run& run) {
    if (runs.empty() || runs.back().old_start + runs.back().length != run.old_start ||
        runs.back().new_start + runs.back().length != run.new_start) {
      runs.push_back(run);
      return;
    }
    runs.back().length += run.length;
    runs.back().has_sentence = runs.back().has_sentence || run.has_sentence;
  }

  std::vector<Run> Joined() {
    std::ranges::sort(runs_, {}, &Run::old_start);
    std::vector<Run> joined;
    for (const Run& run : runs_) AddTo(joined, run);
    return joined;
  }

  CodePointsView old_;
  CodePointsView new_;
  Names names_;
  std::vector<Piece> a_;
  int old_names_ = 0;  // names below it are of the old text
  std::vector<Piece> b_;
  std::vector<bool> a_taken_;
  std::vector<bool> b_taken_;
  std::vector<int> left_a_;  // by name: pieces that are not taken
  std::vector<int> left_b_;
  std::vector<Gap> gaps_;
  std::vector<Run> runs_;
  std::vector<Sentence> copies_;
  std::int64_t steps_ = kMaxSteps;
};

}  // namespace

Comparison Compare(CodePointsView old_text, CodePointsView new_text) {
  return Differ(old_text, new_text).Compare();
}

}  // namespace commonground::coding
