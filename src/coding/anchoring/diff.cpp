// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "coding/anchoring/diff.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>

namespace commonground::coding {

namespace {

constexpr int kMaxChanges = 2'000;
constexpr std::size_t kWordRun = 8;           // tokens: four words and their spaces
constexpr std::size_t kManyTokens = 200'000;  // of a stretch in which nobody need try to find 2,000 changes first
constexpr std::int64_t kMaxSteps =
    1'000'000'000;  // a guard: 4,001 diagonals, each as long as the text, is the worst case

struct Piece {
  std::size_t start = 0;
  std::size_t length = 0;
  int name = 0;  // equal pieces of both texts have equal names
};

class Names {
 public:
  int Of(LettersView piece) { return names_.emplace(piece, static_cast<int>(names_.size())).first->second; }

 private:
  std::unordered_map<LettersView, int> names_;
};

std::vector<Piece> Lines(LettersView text, Names& names) {
  std::vector<Piece> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(U'\n', at), text.size() - 1) + 1;
    lines.push_back({at, end - at, names.Of(text.substr(at, end - at))});
    at = end;
  }
  return lines;
}

std::vector<Piece> Tokens(LettersView text, std::size_t begin, std::size_t end, Names& names) {
  std::vector<Piece> tokens;
  for (std::size_t at = begin; at < end;) {
    const std::size_t length = std::min(TokenLength(text, at), end - at);
    tokens.push_back({at, length, names.Of(text.substr(at, length))});
    at += length;
  }
  return tokens;
}

// Pairs (old, new) of pieces that are equal, in order.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

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

// Lines that are in each text once, in their longest common order.
Pairs UniquePairs(const std::vector<Piece>& a, const std::vector<Piece>& b) {
  struct Seen {
    int in_a = 0;
    int in_b = 0;
    std::size_t a = 0;
    std::size_t b = 0;
  };
  std::unordered_map<int, Seen> seen;
  for (std::size_t i = 0; i < a.size(); ++i) {
    Seen& one = seen[a[i].name];
    ++one.in_a;
    one.a = i;
  }
  for (std::size_t i = 0; i < b.size(); ++i) {
    Seen& one = seen[b[i].name];
    ++one.in_b;
    one.b = i;
  }
  Pairs pairs;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Seen& one = seen[a[i].name];
    if (one.in_a == 1 && one.in_b == 1) pairs.emplace_back(i, one.b);
  }
  return InOrder(pairs);
}

// Where a few words in a row begin that are in each text once, in their longest common order: what lines are to a text
// that was left as it is here and there, these are to one that was edited all over.  One in four is looked at, the same
// in both texts since the words choose (U. Manber, "Finding similar files in a large file system", 1994).
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
  Differ(LettersView old_text, LettersView new_text) : old_(old_text), new_(new_text) {}

  std::vector<Run> Find() {
    Names names;
    const auto a = Lines(old_, names);
    const auto b = Lines(new_, names);
    std::size_t i = 0;
    std::size_t j = 0;
    for (const auto& [x, y] : UniquePairs(a, b)) {
      if (x < i || y < j) continue;  // taken already, by growing
      // A pair grows back over equal lines that are not unique.
      std::size_t back = 0;
      while (x - back > i && y - back > j && a[x - back - 1].name == b[y - back - 1].name) ++back;
      Between(a, b, i, x - back, j, y - back);
      i = x - back;
      j = y - back;
      while (i < a.size() && j < b.size() && a[i].name == b[j].name) {
        Add(a[i].start, b[j].start, a[i].length);
        ++i;
        ++j;
      }
    }
    Between(a, b, i, a.size(), j, b.size());
    return std::move(runs_);
  }

 private:
  void Between(const std::vector<Piece>& a, const std::vector<Piece>& b, std::size_t i, std::size_t i_end,
               std::size_t j, std::size_t j_end) {
    if (i == i_end || j == j_end) return;
    Names names;
    const auto x = Tokens(old_, a[i].start, a[i_end - 1].start + a[i_end - 1].length, names);
    const auto y = Tokens(new_, b[j].start, b[j_end - 1].start + b[j_end - 1].length, names);
    // Equal ends need no search.
    std::size_t front = 0;
    while (front < x.size() && front < y.size() && x[front].name == y[front].name) ++front;
    std::size_t back = 0;
    while (back < x.size() - front && back < y.size() - front &&
           x[x.size() - back - 1].name == y[y.size() - back - 1].name) {
      ++back;
    }
    for (std::size_t k = 0; k < front; ++k) Add(x[k].start, y[k].start, x[k].length);
    ByWords(std::span(x).subspan(front, x.size() - front - back), std::span(y).subspan(front, y.size() - front - back));
    for (std::size_t k = back; k > 0; --k) {
      Add(x[x.size() - k].start, y[y.size() - k].start, x[x.size() - k].length);
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
        Add(x[i].start, y[j].start, x[i].length);
      }
    }
    ByChanges(x.subspan(i), y.subspan(j));
  }

  // False when there are too many changes; nothing is added then.
  bool ByChanges(Stretch x, Stretch y) {
    const auto pairs = Myers(x, y, steps_);
    if (!pairs) return false;
    for (const auto& [p, q] : *pairs) Add(x[p].start, y[q].start, x[p].length);
    return true;
  }

  void Add(std::size_t old_start, std::size_t new_start, std::size_t length) {
    if (!runs_.empty()) {
      Run& last = runs_.back();
      if (last.old_start + last.length == old_start && last.new_start + last.length == new_start) {
        last.length += length;
        return;
      }
    }
    runs_.push_back({old_start, new_start, length});
  }

  LettersView old_;
  LettersView new_;
  std::vector<Run> runs_;
  std::int64_t steps_ = kMaxSteps;
};

}  // namespace

std::vector<Run> Diff(LettersView old_text, LettersView new_text) {
  return Differ(old_text, new_text).Find();
}

}  // namespace commonground::coding
