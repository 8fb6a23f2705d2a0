// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// u-alpha weighs each stretch by its length.  Text 0..10, one coder marks 2..6, the other 4..8: they differ on 2..4 and
// 6..8.  By chance a stretch of a meets one of b in proportion to their lengths, but no unit meets itself: hence the
// squares that are taken off.
#include "coding/agreement/unitizing.h"

#include <algorithm>
#include <limits>
#include <random>

namespace commonground::coding {

namespace {

// Calls `visit(start, end, first, second)` for each stretch of the text; value `gap` where a coder marked nothing.
template <typename Visit>
void ForStretches(const TwoCoders& marked, int gap, std::int64_t length, const Visit& visit) {
  std::array<std::size_t, 2> next{0, 0};
  for (std::int64_t at = 0; at < length;) {
    std::array<int, 2> value{gap, gap};
    std::int64_t end = length;
    for (std::size_t coder = 0; coder < 2; ++coder) {
      const auto& list = marked[coder];
      while (next[coder] < list.size() && list[next[coder]].range.end <= at) ++next[coder];
      if (next[coder] == list.size()) continue;
      const UnitizedText& one = list[next[coder]];
      if (one.range.start <= at) {
        value[coder] = one.category;
        end = std::min(end, one.range.end);
      } else {
        end = std::min(end, one.range.start);
      }
    }
    visit(at, end, value[0], value[1]);
    at = end;
  }
}

Coincidences Empty(int categories) {
  const auto values = static_cast<std::size_t>(categories) + 1;
  return {categories, std::vector<double>(values * values, 0.0), std::vector<double>(values, 0.0),
          std::vector<double>(values, 0.0)};
}

// 1 - observed / expected disagreement between values that differ; both orders are in both.
std::optional<double> AlphaFrom(double disagreed, std::span<const double> lengths, std::span<const double> squares) {
  double all = 0;
  double all_squares = 0;
  double unlike = 0;
  for (std::size_t a = 0; a < lengths.size(); ++a) {
    all += lengths[a];
    all_squares += squares[a];
  }
  for (const double length : lengths) unlike += length * (all - length);
  if (all == 0 || unlike == 0 || all * all == all_squares) return std::nullopt;
  const double expected = unlike / (all - all_squares / all);
  return 1 - disagreed / expected;
}

double Disagreed(const Coincidences& c) {
  double sum = 0;
  for (int a = 0; a <= c.categories; ++a) {
    for (int b = 0; b <= c.categories; ++b) sum += a == b ? 0 : c.at(a, b);
  }
  return sum;
}

double Square(std::int64_t a) {
  return static_cast<double>(a) * static_cast<double>(a);
}

}  // namespace

void Coincidences::Add(const Coincidences& other) {
  for (std::size_t i = 0; i < observed.size(); ++i) observed[i] += other.observed[i];
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    lengths[i] += other.lengths[i];
    squares[i] += other.squares[i];
  }
}

Coincidences CoincidencesOf(const TwoCoders& marked, int categories, std::int64_t length) {
  Coincidences c = Empty(categories);
  ForStretches(marked, categories, length, [&](std::int64_t start, std::int64_t end, int first, int second) {
    const auto stretch = static_cast<double>(end - start);
    c.observed[static_cast<std::size_t>(first * (categories + 1) + second)] += stretch;
    c.observed[static_cast<std::size_t>(second * (categories + 1) + first)] += stretch;
    c.lengths[static_cast<std::size_t>(first)] += stretch;
    c.lengths[static_cast<std::size_t>(second)] += stretch;
  });
  for (const auto& list : marked) {
    for (const UnitizedText& one : list)
      c.squares[static_cast<std::size_t>(one.category)] += Square(one.range.length());
  }
  c.squares.back() = c.lengths.back();
  return c;
}

Coincidences WithoutGaps(const TwoCoders& marked, int categories, std::int64_t length) {
  Coincidences c = Empty(categories);
  std::array<std::vector<double>, 2> shared;  // of each unit, the part that the other coder marked too
  for (std::size_t coder = 0; coder < 2; ++coder) shared[coder].assign(marked[coder].size(), 0.0);
  std::array<std::size_t, 2> at{0, 0};
  ForStretches(marked, categories, length, [&](std::int64_t start, std::int64_t end, int first, int second) {
    if (first == categories || second == categories) return;
    const auto stretch = static_cast<double>(end - start);
    c.observed[static_cast<std::size_t>(first * (categories + 1) + second)] += stretch;
    c.observed[static_cast<std::size_t>(second * (categories + 1) + first)] += stretch;
    for (std::size_t coder = 0; coder < 2; ++coder) {
      while (marked[coder][at[coder]].range.end <= start) ++at[coder];
      shared[coder][at[coder]] += stretch;
      c.lengths[static_cast<std::size_t>(coder == 0 ? first : second)] += stretch;
    }
  });
  for (std::size_t coder = 0; coder < 2; ++coder) {
    for (std::size_t i = 0; i < shared[coder].size(); ++i) {
      c.squares[static_cast<std::size_t>(marked[coder][i].category)] += shared[coder][i] * shared[coder][i];
    }
  }
  return c;
}

std::optional<double> UAlpha(const Coincidences& c) {
  return AlphaFrom(Disagreed(c), c.lengths, c.squares);
}

std::optional<double> BinaryUAlpha(const Coincidences& c) {
  std::array<double, 2> lengths{0, c.lengths.back()};
  std::array<double, 2> squares{0, c.squares.back()};
  double disagreed = 0;
  for (int a = 0; a < c.categories; ++a) {
    lengths[0] += c.lengths[static_cast<std::size_t>(a)];
    squares[0] += c.squares[static_cast<std::size_t>(a)];
    disagreed += c.at(a, c.categories) + c.at(c.categories, a);
  }
  return AlphaFrom(disagreed, lengths, squares);
}

std::optional<double> CuAlpha(const Coincidences& without_gaps) {
  return UAlpha(without_gaps);
}

std::optional<double> KuAlpha(const Coincidences& c, int category) {
  double all = 0;
  for (const double length : c.lengths) all += length;
  const double of_it = c.lengths[static_cast<std::size_t>(category)];
  const double met = of_it * of_it - c.squares[static_cast<std::size_t>(category)];  // by chance, itself apart
  const double missed = of_it * (all - of_it);
  if (of_it == 0 || missed == 0) return std::nullopt;
  const double observed = (of_it - c.at(category, category)) / of_it;
  return 1 - observed / (missed / (missed + met));
}

std::optional<Interval> BootstrapBinaryUAlpha(std::span<const Coincidences> documents, const BootstrapPlan& plan) {
  if (documents.size() < 2) return std::nullopt;
  return IntervalsOf(1, plan,
                     [&]() -> Resample {
                       return [&](RandomBits& random, std::span<double> values) {
                         std::uniform_int_distribution<std::size_t> any(0, documents.size() - 1);
                         Coincidences sum = Empty(documents.front().categories);
                         for (std::size_t i = 0; i < documents.size(); ++i) sum.Add(documents[any(random)]);
                         values[0] = BinaryUAlpha(sum).value_or(std::numeric_limits<double>::quiet_NaN());
                       };
                     })
      .front();
}

std::optional<double> AlphaU::alpha() const {
  if (expected == 0) return std::nullopt;
  return 1 - observed / expected;
}

// Krippendorff 1995, the formulas of docs/methods/agreement.md: L the length, m = 2 coders, N units of both, l
// their lengths, g those of gaps.
AlphaU AlphaUOf(const TwoCoders& marked, int category, std::int64_t length) {
  std::array<std::vector<core::TextRange>, 2> units;
  std::vector<std::int64_t> gaps;
  for (std::size_t coder = 0; coder < 2; ++coder) {
    std::int64_t at = 0;
    for (const UnitizedText& one : marked[coder]) {
      if (one.category != category) continue;
      units[coder].push_back(one.range);
      if (one.range.start > at) gaps.push_back(one.range.start - at);
      at = one.range.end;
    }
    if (length > at) gaps.push_back(length - at);
  }
  // Each unit against those of the other coder that it meets; one that meets none lies in a gap of the other.
  double apart = 0;
  for (std::size_t coder = 0; coder < 2; ++coder) {
    std::size_t first = 0;
    const auto& others = units[1 - coder];
    for (const core::TextRange& unit : units[coder]) {
      while (first < others.size() && others[first].end <= unit.start) ++first;
      if (first == others.size() || others[first].start >= unit.end) apart += Square(unit.length());
      for (std::size_t i = first; i < others.size() && others[i].start < unit.end; ++i) {
        apart += (Square(unit.start - others[i].start) + Square(unit.end - others[i].end)) / 2;  // met from both sides
      }
    }
  }
  AlphaU result;
  if (gaps.empty() && apart == 0) return result;  // all is marked alike: no variation, where the formula would say 1
  const auto text = static_cast<double>(length);
  result.observed = apart * 2 / (2 * text * text);

  std::ranges::sort(gaps);
  std::vector<double> beyond(gaps.size() + 1, 0.0);  // sum of gaps from the i-th on
  for (std::size_t i = gaps.size(); i > 0; --i) beyond[i - 1] = beyond[i] + static_cast<double>(gaps[i - 1]);
  const auto n = static_cast<double>(units[0].size() + units[1].size());
  double sum = 0;
  double itself = 0;
  for (const auto& list : units) {
    for (const core::TextRange& unit : list) {
      const auto l = static_cast<double>(unit.length());
      const auto from = static_cast<std::size_t>(std::ranges::lower_bound(gaps, unit.length()) - gaps.begin());
      const auto fitting = static_cast<double>(gaps.size() - from);
      sum += (n - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * (beyond[from] - fitting * (l - 1));
      itself += l * (l - 1);
    }
  }
  const double pairs = 2 * text * (2 * text - 1) - itself;
  if (pairs > 0) result.expected = 2 / text * sum / pairs;
  return result;
}

}  // namespace commonground::coding
