// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "coding/anchoring/diff.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>

namespace commonground::coding {

namespace {

constexpr int kMostChanges = 2'000;
constexpr std::int64_t kMostSteps =
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
  // Longest increasing subsequence of the second members.
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

// Myers: furthest[k] is how far along `a` the paths on diagonal k (= place in a - place in b) have come after d
// changes.
Pairs Myers(std::span<const Piece> a, std::span<const Piece> b, std::int64_t& steps) {
  const int n = static_cast<int>(a.size());
  const int m = static_cast<int>(b.size());
  const int most = std::min(n + m, kMostChanges);
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
  if (changes < 0) return {};
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
    const auto pairs = Myers(std::span(x).subspan(front, x.size() - front - back),
                             std::span(y).subspan(front, y.size() - front - back), steps_);
    for (const auto& [p, q] : pairs) Add(x[front + p].start, y[front + q].start, x[front + p].length);
    for (std::size_t k = back; k > 0; --k) {
      Add(x[x.size() - k].start, y[y.size() - k].start, x[x.size() - k].length);
    }
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
  std::int64_t steps_ = kMostSteps;
};

}  // namespace

std::vector<Run> Diff(LettersView old_text, LettersView new_text) {
  return Differ(old_text, new_text).Find();
}

}  // namespace commonground::coding
