// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Which case works with which sectors (METHODS 9): on record, when it has a tie that may be published; told, when a
// passage of it is coded with the sector and no such tie exists.  Made of the publication alone, so that what is held
// back is in no number here.
#pragma once

#include <cstdint>
#include <vector>

#include "publish/report.h"

namespace commonground::publish {

struct CoalitionView {
  struct Sector {
    std::int32_t code = 0;
    std::vector<std::int32_t> on_record;  // cases, ascending
    std::vector<std::int32_t> told;       // cases, ascending; none that is on record
    int cases() const { return static_cast<int>(on_record.size() + told.size()); }
  };
  struct Partnership {
    const model::Partnership* tie = nullptr;  // of the publication
    const model::Partner* partner = nullptr;
    std::int32_t case_index = -1;  // -1: the organisation has no case in this edition
    std::int32_t sector = -1;      // a code; -1: not in the codebook
  };
  // Two sectors that the same cases work with.
  struct Pair {
    std::int32_t one = 0, other = 0;  // codes
    int cases = 0;
  };
  std::vector<Sector> sectors;            // of the codebook, in its order, headings left out
  std::vector<Partnership> partnerships;  // in the order of the study
  std::vector<Pair> pairs;                // of two cases and more, most first
  std::vector<std::int32_t> with_record;  // cases, ascending
  std::vector<std::int32_t> with_any;     // cases on record or told, ascending
  int told_lines = 0;                     // pairs of case and sector that are told and not on record

  const Sector* Find(std::int32_t code) const;
  // Sectors with a case of the group.
  int CoveredIn(const Report& report, std::size_t group) const;
};

// Cost: O(ties + codings of sectors + sectors squared).
CoalitionView ViewCoalitions(const Report& report);

}  // namespace commonground::publish
