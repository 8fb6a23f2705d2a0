// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What coders took for what, and the passages that they saw differently.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "coding/agreement/coded_work.h"
#include "model/results/agreement.h"
#include "model/study.h"

namespace commonground::coding {

// Places of `work.ranges` by document.
class RangesByDocument {
 public:
  explicit RangesByDocument(const CodedWork& work);
  std::span<const std::size_t> Of(std::int32_t document) const;

 private:
  std::vector<std::size_t> order_;
  std::vector<std::size_t> begin_;
};

// Of each pair of coders, over the documents that both were given, in units.  Where one gave codes a, b and the other
// b, c: b was agreed on, a was taken for c.  `wanted` (by code): only lines with one of these.
// Order and cost: as model::Agreement says; O(ranges x pairs of coders x codes on one unit).
std::vector<model::Confusion> ConfusionsOf(const CodedWork& work, const RangesByDocument& by_document,
                                           const std::vector<bool>& wanted);

// Passages under one code (`ranges`, by document: the code's own, or with those of the codes below it) of which some
// unit was seen differently; codings that overlap are one passage.  Texts are left empty.
// Cost: O(ranges log ranges), and for each passage the codings of its document.
std::vector<model::Disagreement> DisagreementsOf(const model::Study& study, const CodedWork& work,
                                                 const RangesByDocument& by_document, std::int32_t code,
                                                 std::span<const CodedRange> ranges);

// Of each of `work.documents`, how many passages wait for a decision: those that DisagreementsOf finds under any of the
// codes, where they touch one passage, and a code of it was not decided about.  Writes no passage down.
// Cost: O(ranges log ranges + codes + adjudications).
std::vector<std::int64_t> OpenPassages(const model::Study& study, const CodedWork& work);

}  // namespace commonground::coding
