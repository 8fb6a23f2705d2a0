// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who works with which sectors, as numbers with what each rests on (docs/methods/coalitions.md): made of what may be
// published today and nothing else, as the figure of it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/date.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::app {

struct Coalitions {
  // Cases of one region, or of all; those that are counted only are in it.
  struct Count {
    std::int64_t on_record = 0;
    std::int64_t told = 0;  // and not on record
  };
  struct Region {
    model::RegionId region;
    std::string label;
    std::int64_t cases = 0;
  };
  // One that may be listed, as it appears.
  struct Case {
    std::string name;
    std::int64_t region = -1;  // index; -1: none
  };
  struct Tie {
    std::string partner;
    model::TieKind kind = model::TieKind::kDialogue;
    std::optional<core::Date> since;
    std::vector<std::string> sources;  // their titles
  };
  struct Passage {
    std::string title;  // of the text
    std::string language;
    std::string text;  // about 300 characters of it; empty: its words may not be shown
  };
  // What one case has with one sector.
  struct Link {
    std::int64_t case_index = 0;
    std::vector<Tie> ties;
    std::int64_t passages = 0;
    std::vector<Passage> first;  // of them: one passage is enough for a case to count
  };
  struct Sector {
    model::CodeId code;
    std::string label;
    Count overall;
    std::vector<Count> by_region;  // in the order of regions
    std::vector<Link> links;       // of cases that may be listed, in their order
  };
  struct Pair {
    std::int64_t one = 0;  // indices of sectors
    std::int64_t other = 0;
    std::int64_t cases = 0;
    std::vector<std::int64_t> listed;  // those of them that may be
  };
  std::vector<Region> regions;
  std::vector<Case> cases;
  std::vector<Sector> sectors;  // of the codebook, in its order
  std::vector<Pair> pairs;      // of two cases and more, most first
  std::int64_t of = 0;          // cases: the denominator
  std::int64_t with_any = 0;    // with a sector, on record or told
  std::int64_t counted_only = 0;
};

// `language`: of the words that are ours; empty: the study's.
// Errors: InvalidInput: no report is in that language; NoConsent: a name that may not appear stands in a label, as
// DrawFigure has it; Cancelled; the store's.  Cost: as DrawFigure.
core::Result<Coalitions> CoalitionsOf(const Workspace& workspace, const std::string& language,
                                      core::Progress& progress);

}  // namespace commonground::app
