// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Codings whose words a new version of a text does not have: where something like them stands, and what a person
// answers for each.  For app alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/import/move_codings.h"
#include "coding/anchoring/nearest.h"
#include "core/result.h"
#include "model/study.h"

namespace commonground::app {

class CodingView;  // gateway/coding_view.h

struct LostCoding {
  model::Coding coding;                    // as it stood on the version before, with its id
  std::optional<core::TextRange> nearest;  // in the new text; none: nothing is like it, or the coder has it there
  std::vector<coding::ComparedPart> was;   // its words: those that are gone, and those that are still there
  std::vector<coding::ComparedPart> is;    // the nearest ones
};
struct LostCodings {
  std::vector<LostCoding> seen;  // by place
  int unseen = 0;                // of people who code blind, and drafts: told by number
};

struct LostAnswers {
  enum class What { kPutThere, kLetGo };
  struct One {
    model::CodingId coding;
    What what = What::kLetGo;
    std::optional<core::TextRange> at;  // kPutThere: where it was shown; none: wherever the nearest words are
  };
  // What becomes of those that are seen and not named.
  enum class Others { kLetGo, kAsk };
  std::vector<One> ones;
  Others others = Others::kLetGo;
};

// Those of `document` that were made orphans last: Study::orphans from `first` on.
// Requires: the study holds the new text.  Cost: a search in the text for each (nearest.h).
LostCodings LostIn(const model::Study& study, const model::DocumentId& document, std::size_t first,
                   const CodingView& view);

// Puts them where it was answered, and takes that into `moves`; what was let go stays an orphan, placed nowhere.
// Errors: Conflict: one was not answered for, or its nearest words are others by now.
core::Status Settle(model::Study& study, const LostCodings& lost, const LostAnswers& answers, std::size_t first,
                    CodingMoves& moves);

}  // namespace commonground::app
