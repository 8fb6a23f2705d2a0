// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later
#include "coding/anchoring/likeness.h"

#include <algorithm>
#include <limits>

namespace commonground::coding {

std::optional<int> DistanceUpTo(LettersView a, LettersView b, int most) {
  const auto n = static_cast<int>(a.size());
  const auto m = static_cast<int>(b.size());
  if (most < 0 || std::abs(n - m) > most) return std::nullopt;
  // Row i holds the distances of a[0, i) to b[0, j) for j within `most` of i; others are more than `most`.
  const int far = most + 1;
  std::vector<int> row(static_cast<std::size_t>(m) + 1, far);
  for (int j = 0; j <= std::min(m, most); ++j) row[static_cast<std::size_t>(j)] = j;
  for (int i = 1; i <= n; ++i) {
    const int low = std::max(0, i - most);
    const int high = std::min(m, i + most);
    int diagonal = low == 0 ? i - 1 : row[static_cast<std::size_t>(low) - 1];
    if (low > 0) row[static_cast<std::size_t>(low) - 1] = far;
    for (int j = low; j <= high; ++j) {
      const auto at = static_cast<std::size_t>(j);
      const int above = row[at];
      if (j == 0) {
        row[at] = std::min(i, far);
      } else {
        const bool same = a[static_cast<std::size_t>(i) - 1] == b[at - 1];
        row[at] = std::min({diagonal + (same ? 0 : 1), row[at - 1] + 1, above + 1, far});
      }
      diagonal = above;
    }
  }
  const int distance = row[static_cast<std::size_t>(m)];
  if (distance > most) return std::nullopt;
  return distance;
}

namespace {

struct End {
  std::size_t end = 0;
  int distance = 0;
};

// Places where something like the quote ends, anywhere in the text.
std::vector<End> Ends(LettersView text, LettersView quote, int most, std::int64_t& steps) {
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

std::vector<Likely> FindLike(LettersView text, LettersView quote, int most, std::int64_t& steps) {
  most = std::min(most, static_cast<int>(quote.size()) - 1);
  std::vector<Likely> found;
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
    const LettersView before = text.substr(from, end - from);
    const Letters reversed(before.rbegin(), before.rend());
    // The start: where the reversed quote, begun at the end, ends with the same distance; the one nearest its length.
    std::size_t length = 0;
    std::size_t off = std::numeric_limits<std::size_t>::max();
    for (std::size_t l = quote.size() > static_cast<std::size_t>(most) ? quote.size() - static_cast<std::size_t>(most)
                                                                       : 1;
         l <= reversed.size(); ++l) {
      const auto distance = DistanceUpTo(backwards, LettersView(reversed).substr(0, l), ends[best].distance);
      steps -= static_cast<std::int64_t>(quote.size()) * (ends[best].distance + 1);
      const std::size_t difference = l > quote.size() ? l - quote.size() : quote.size() - l;
      if (distance && difference < off) {
        off = difference;
        length = l;
      }
    }
    if (length > 0) found.push_back({end - length, end, ends[best].distance});
    i = next;
  }
  // Of places that overlap, the better.
  std::vector<Likely> apart;
  for (const Likely& one : found) {
    if (!apart.empty() && one.start < apart.back().end) {
      if (one.distance < apart.back().distance) apart.back() = one;
      continue;
    }
    apart.push_back(one);
  }
  return apart;
}

}  // namespace commonground::coding
