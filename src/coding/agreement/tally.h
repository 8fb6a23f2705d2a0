// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From ranges to ratings: where which coders gave a code, stretch by stretch, never unit by unit.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "coding/agreement/coded_work.h"
#include "coding/agreement/ratings.h"
#include "model/results/agreement.h"

namespace commonground::coding {

// Neighbouring units of one document that the same coders coded.
struct Stretch {
  std::int32_t document = 0;
  std::int32_t start = 0;  // units
  std::int32_t end = 0;
  std::uint64_t present = 0;  // a bit a coder; never 0
};
// Ranges of one coder may overlap.  By document and place.
// Requires: ranges by document.  Cost: O(ranges log ranges of a document).
std::vector<Stretch> StretchesOf(std::span<const CodedRange> ranges);

// How many units of a document these coders coded.  Units that nobody coded are the rest.
struct TallyLine {
  std::int32_t document = 0;
  std::uint64_t present = 0;
  std::int64_t units = 0;
};
// By document; one line for each set of coders.
std::vector<TallyLine> TallyOf(std::span<const Stretch> stretches);

// Whose ratings of which documents: first_document up to, not with, end_document.  Documents that fewer than two of the
// coders were given do not count.
struct Scope {
  std::uint64_t coders = 0;
  std::int32_t first_document = 0;
  std::int32_t end_document = 0;
  std::int64_t codes = 1;  // over how many codes the tally goes: a unit counts once a code
};
// Categories 0: absent, 1: present; clusters are documents.
Ratings RatingsOf(const CodedWork& work, std::span<const TallyLine> tally, const Scope& scope);
model::AgreementCounts CountsOf(const CodedWork& work, std::span<const TallyLine> tally, const Scope& scope);

}  // namespace commonground::coding
