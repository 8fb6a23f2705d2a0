// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Coder 1 has units 2..6, coder 2 has 4..9 of ten: the stretches 2..4 {1}, 4..6 {1, 2}, 6..9 {2}; the tally says two,
// two and three units, and three that nobody coded.
#include "coding/agreement/tally.h"

#include <algorithm>
#include <array>
#include <bit>

namespace commonground::coding {

namespace {

struct Edge {
  std::int32_t at = 0;
  std::int32_t coder = 0;
  std::int32_t step = 0;  // 1: a range begins, -1: one ends
};

void AddStretches(std::int32_t document, std::vector<Edge>& edges, std::vector<Stretch>& stretches) {
  std::ranges::sort(edges, {}, &Edge::at);
  std::array<std::int32_t, 64> open{};
  std::uint64_t present = 0;
  std::int32_t since = 0;
  for (std::size_t i = 0; i < edges.size();) {
    const std::int32_t at = edges[i].at;
    std::uint64_t now = present;
    for (; i < edges.size() && edges[i].at == at; ++i) {
      const auto coder = static_cast<std::size_t>(edges[i].coder);
      open[coder] += edges[i].step;
      now = open[coder] > 0 ? now | 1ULL << coder : now & ~(1ULL << coder);
    }
    if (now == present) continue;
    if (present != 0) stretches.push_back({document, since, at, present});
    present = now;
    since = at;
  }
}

// Calls `visit(line, given)` for every line in scope; lines of units that nobody coded have present 0.
template <typename Visit>
void ForLines(const CodedWork& work, std::span<const TallyLine> tally, const Scope& scope, const Visit& visit) {
  auto line = std::ranges::lower_bound(tally, scope.first_document, {}, &TallyLine::document);
  for (std::int32_t document = scope.first_document; document < scope.end_document; ++document) {
    const auto& one = work.documents[static_cast<std::size_t>(document)];
    const std::uint64_t given = one.given & scope.coders;
    const bool counts = std::popcount(given) >= 2;
    std::int64_t rest = scope.codes * one.units;
    for (; line != tally.end() && line->document == document; ++line) {
      const std::uint64_t present = line->present & given;
      if (present == 0) continue;
      rest -= line->units;
      if (counts) visit(TallyLine{document, present, line->units}, given);
    }
    if (counts && rest > 0) visit(TallyLine{document, 0, rest}, given);
  }
}

}  // namespace

std::vector<Stretch> StretchesOf(std::span<const CodedRange> ranges) {
  std::vector<Stretch> stretches;
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    edges.push_back({ranges[i].start, ranges[i].coder, 1});
    edges.push_back({ranges[i].end, ranges[i].coder, -1});
    if (i + 1 < ranges.size() && ranges[i + 1].document == ranges[i].document) continue;
    AddStretches(ranges[i].document, edges, stretches);
    edges.clear();
  }
  return stretches;
}

std::vector<TallyLine> TallyOf(std::span<const Stretch> stretches) {
  std::vector<TallyLine> tally;
  std::size_t begin = 0;  // of the document's lines
  for (const Stretch& stretch : stretches) {
    if (begin < tally.size() && tally[begin].document != stretch.document) begin = tally.size();
    const auto same = std::find_if(tally.begin() + static_cast<std::ptrdiff_t>(begin), tally.end(),
                                   [&](const TallyLine& line) { return line.present == stretch.present; });
    if (same == tally.end()) {
      tally.push_back({stretch.document, stretch.present, stretch.end - stretch.start});
    } else {
      same->units += stretch.end - stretch.start;
    }
  }
  return tally;
}

Ratings RatingsOf(const CodedWork& work, std::span<const TallyLine> tally, const Scope& scope) {
  Ratings ratings;
  ratings.coders = std::popcount(scope.coders);
  ratings.categories = 2;
  ForLines(work, tally, scope, [&](const TallyLine& line, std::uint64_t given) {
    for (std::size_t coder = 0; coder < work.coders.size(); ++coder) {
      if ((scope.coders >> coder & 1U) == 0) continue;
      const bool was_given = (given >> coder & 1U) != 0;
      ratings.cells.push_back(was_given ? static_cast<std::int16_t>(line.present >> coder & 1U) : Ratings::kMissing);
    }
    ratings.weights.push_back(line.units);
    ratings.cluster.push_back(line.document);
  });
  return ratings;
}

model::AgreementCounts CountsOf(const CodedWork& work, std::span<const TallyLine> tally, const Scope& scope) {
  model::AgreementCounts counts;
  const bool two = std::popcount(scope.coders) == 2;
  const std::uint64_t first = scope.coders & (~scope.coders + 1);
  std::int32_t last_document = -1;
  ForLines(work, tally, scope, [&](const TallyLine& line, std::uint64_t given) {
    counts.documents += line.document != last_document ? 1 : 0;
    last_document = line.document;
    counts.units += line.units;
    counts.ratings += line.units * std::popcount(given);
    counts.present += line.units * std::popcount(line.present);
    std::int64_t& kind = line.present == 0 ? counts.none : line.present == given ? counts.all : counts.some;
    kind += line.units;
    if (two && line.present != 0 && line.present != given) {
      (line.present == first ? counts.first_only : counts.second_only) += line.units;
    }
  });
  return counts;
}

}  // namespace commonground::coding
