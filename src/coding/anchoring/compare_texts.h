// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two texts beside each other, paragraph by paragraph: what went, what is new, and which words of a paragraph changed.
#pragma once

#include <string_view>
#include <vector>

#include "coding/anchoring/nearest.h"

namespace commonground::coding {

struct ComparedRow {
  enum class What {
    kSame,     // one paragraph that is in both
    kChanged,  // one or more of each: words changed, or paragraphs were parted or joined
    kGone,     // one that is in the old text alone
    kNew,      // one that is in the new text alone
  };
  What what = What::kSame;
  int was_paragraph = 0;  // its first one in the old text, counted from 1; 0: it has none there
  int is_paragraph = 0;
  std::vector<ComparedPart> was;  // its words in the old text; of kSame none: they are those of `is`
  std::vector<ComparedPart> is;
};

// "same", "changed", "gone", "new".
std::string_view NameOf(ComparedRow::What what);

// A paragraph belongs to one of the other text when a fifth of the letters of the shorter one are words that both have
// in order; a word or two that two paragraphs have by chance makes nothing of them.  A sentence that went elsewhere is
// gone at one place and new at the other.
//
// Requires: UTF-8.  Returns: rows in the order of both texts; the parts of each side, put together, are its paragraphs
// with what stands between them.  Deterministic.  Threads: any.  Cost: that of Compare (diff.h).
std::vector<ComparedRow> CompareTexts(std::string_view was, std::string_view is);

}  // namespace commonground::coding
