// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Makes invented studies of any size for the benchmarks: same plan, same study.  Everything in them is invented; the
// title says so.
#pragma once

#include <cstdint>

#include "model/snapshot.h"
#include "model/study.h"

namespace commonground::bench {

struct Plan {
  std::int32_t cases = 20;
  std::int64_t codings = 1'000;
  std::int32_t codes = 500;
  std::uint64_t seed = 20131231;
};

// A whole valid study: five regions, cases spread over them, one document a case, its codings over `codes` codes in
// three levels (practices, barriers, outcomes) with a few common and many rare ones, consent for every case, contexts
// under every legal model, four coders.
// Cost: O(codings); about 0.6 kB a coding.
model::Study GenerateStudy(const Plan& plan);

}  // namespace commonground::bench
