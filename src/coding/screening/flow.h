// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What became of the documents that were looked at for the study, for the flow diagram.
#pragma once

#include <map>
#include <span>
#include <string>

#include "model/results/suggestions.h"
#include "model/study.h"

namespace commonground::coding {

enum class Screened { kIncluded, kExcluded, kUnsure, kDisagreed };

struct Screening {
  Screened outcome = Screened::kUnsure;
  std::string reason;  // kExcluded: that of the newest decision
  friend bool operator==(const Screening&, const Screening&) = default;
};

// Of each person the newest decision about a document counts (by its time, then by its place in the list).  One who
// includes and one who excludes it: disagreed.  Else somebody unsure: unsure.  Else what all say.  Suggestions'
// decisions are passed over.  Threads: any.  Cost: O(n log n).
std::map<model::DocumentId, Screening> ScreeningsOf(std::span<const model::Decision> decisions);

// Every document in exactly one box; decisions about documents that are not listed do not count.
model::ScreeningFlow FlowOf(std::span<const model::DocumentId> documents, std::span<const model::Decision> decisions);

}  // namespace commonground::coding
