// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Says how alike two stretches of text are.

#include "coding/anchoring/similarity.h"

#include <algorithm>
#include <limits>

namespace commonground::coding {

namespace {

// How far two passages agree after so many changes: furthest(k) letters of `a` against furthest(k) + k letters of `b`.
// Ukkonen 1985, "Algorithms for approximate string matching", section 2: passages with d changes between them cost
// d^2 and the letters that are equal, not the whole table.
class Walk {
 public:
  Walk(CodePointsView a, CodePointsView b, int most)
      : a_(a), b_(b), most_(most), now_(2 * static_cast<std::size_t>(most) + 3, kNowhere), before_(now_) {}

  // One change more than before; the first call is for none.
  void Go(std::int64_t& steps) {
    const int n = static_cast<int>(a_.size());
    const int m = static_cast<int>(b_.size());
    ++changes_;
    now_.swap(before_);
    for (int k = std::max(-changes_, -n); k <= std::min(changes_, m); ++k) {
      int i = changes_ == 0 ? 0 : std::max({before_[At(k)] + 1, before_[At(k - 1)], before_[At(k + 1)] + 1});
      i = std::min({i, n, m - k});
      if (i < 0 || i + k < 0) i = kNowhere;
      const int from = i;
      while (i >= 0 && i < n && i + k < m && a_[static_cast<std::size_t>(i)] == b_[static_cast<std::size_t>(i + k)])
        ++i;
      now_[At(k)] = i;
      steps -= 1 + (i - from);
    }
  }

  // Whether all of `a` is matched with all but the last letters of `b`: a.size() + k of them.  |k| <= most.
  bool Ended(int k) const { return now_[At(k)] == static_cast<int>(a_.size()); }

 private:
  static constexpr int kNowhere = std::numeric_limits<int>::min() / 2;
  std::size_t At(int k) const { return static_cast<std::size_t>(k + most_ + 1); }

  CodePointsView a_;
  CodePointsView b_;
  int most_;
  int changes_ = -1;
  std::vector<int> now_;
  std::vector<int> before_;
};

}  // namespace

std::optional<int> DistanceUpTo(CodePointsView a, CodePointsView b, int most, std::int64_t& steps) {
  const int apart = static_cast<int>(b.size()) - static_cast<int>(a.size());
  if (most < 0 || std::abs(apart) > most) return std::nullopt;
  Walk walk(a, b, most);
  for (int changes = 0; changes <= most && steps >= 0; ++changes) {
    walk.Go(steps);
    if (walk.Ended(apart)) return changes;
  }
  return std::nullopt;
}

std::optional<int> DistanceUpTo(CodePointsView a, CodePointsView b, int most) {
  std::int64_t steps = std::numeric_limits<std::int64_t>::max();
  return DistanceUpTo(a, b, most, steps);
}

namespace {

struct End {
  std::size_t end = 0;
  int distance = 0;
};

// Places where something like the quote ends, anywhere in the text.
std::vector<End> Ends(CodePointsView text, CodePointsView quote, int most, std::int64_t& steps) {
  const std::size_t m = quote.size();
  std::vector<int> column(m + 1);
  for (std::size_t i = 0; i <= m; ++i) column[i] = static_cast<int>(i);
  std::size_t active = std::min(m, static_cast<std::size_t>(most));  // the last cell that is at most `most`
  std::vector<End> ends;
  for (std::size_t j = 0; j < text.size() && steps >= 0; ++j) {
    const std::size_t last = std::min(m, active + 1);
    steps -= static_cast<std::int64_t>(last);
    if (active + 1 <= m) column[active + 1] = std::min(column[active + 1], most + 1);
    int diagonal = 0;
    for (std::size_t i = 1; i <= last; ++i) {
      const int left = i > active ? most + 1 : column[i];
      const int value = std::min({diagonal + (quote[i - 1] == text[j] ? 0 : 1), left + 1, column[i - 1] + 1});
      diagonal = left;
      column[i] = std::min(value, most + 1);
    }
    active = last;
    while (active > 0 && column[active] > most) --active;
    if (active == m) ends.push_back({j + 1, column[m]});
  }
  return ends;
}

}  // namespace

std::vector<MatchCandidate> FindSimilar(CodePointsView text, CodePointsView quote, int most, std::int64_t& steps) {
  most = std::min(most, static_cast<int>(quote.size()) - 1);
  std::vector<MatchCandidate> found;
  if (quote.empty() || most < 0) return found;
  std::vector<End> ends = Ends(text, quote, most, steps);
  if (steps < 0) return found;
  // Neighbouring ends belong to one place: each group gives its best.
  const Letters backwards(quote.rbegin(), quote.rend());
  for (std::size_t i = 0; i < ends.size();) {
    std::size_t best = i;
    std::size_t next = i + 1;
    for (; next < ends.size() && ends[next].end - ends[next - 1].end <= static_cast<std::size_t>(most) + 1; ++next) {
      if (ends[next].distance < ends[best].distance) best = next;
    }
    const std::size_t end = ends[best].end;
    const std::size_t from =
        end > quote.size() + static_cast<std::size_t>(most) ? end - quote.size() - static_cast<std::size_t>(most) : 0;
    const CodePointsView before = text.substr(from, end - from);
    const Letters reversed(before.rbegin(), before.rend());
    // The start: where the reversed quote, begun at the end, ends with the same distance; the one nearest its length.
    const int distance = ends[best].distance;
    Walk walk(backwards, reversed, distance);
    for (int changes = 0; changes <= distance && steps >= 0; ++changes) walk.Go(steps);
    steps -= static_cast<std::int64_t>(reversed.size());
    if (steps < 0) return found;
    std::size_t length = 0;
    for (int off = 0; off <= distance && length == 0; ++off) {
      for (const int k : {-off, off}) {
        const auto l = static_cast<std::int64_t>(quote.size()) + k;
        if (length == 0 && l > 0 && walk.Ended(k)) length = static_cast<std::size_t>(l);
      }
    }
    if (length > 0) found.push_back({end - length, end, ends[best].distance});
    i = next;
  }
  // Of places that overlap, the better.
  std::vector<MatchCandidate> apart;
  for (const MatchCandidate& one : found) {
    if (!apart.empty() && one.start < apart.back().end) {
      if (one.distance < apart.back().distance) apart.back() = one;
      continue;
    }
    apart.push_back(one);
  }
  return apart;
}

}  // namespace commonground::coding
