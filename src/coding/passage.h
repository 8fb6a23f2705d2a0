// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A passage of a document as a coding holds it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/text_range.h"
#include "model/study.h"

namespace commonground::coding {

inline constexpr std::int64_t kContextLength = 32;  // code points before and after a passage

// Sets range, words and context of `coding`, and its hint if the parts of the document are known: "paragraph 4, What we
// did".  Requires: `document` is that of the coding, with its text.
// Errors: InvalidInput: the range is empty, holds no letter, or leaves the text.
// Cost: linear in the text.
core::Status Place(const model::Document& document, core::TextRange range, model::Coding& coding);

// "paragraph 4, What we did": which paragraph of the text a place is in, counted from 1, and the last heading before
// it.  Requires: the document outlives the hints.  Threads: any number may read.
// Cost: linear in the text once, then O(log parts) a place.
class Hints {
 public:
  explicit Hints(const model::Document& document);
  Hints(model::Document&&) = delete;  // would dangle

  // Empty: the parts are not known.
  std::string At(std::int64_t place) const;

 private:
  struct Step {
    std::int64_t start = 0;  // from here on
    int paragraph = 0;
    std::string_view heading;
  };
  std::vector<Step> steps_;
};

// Puts many codings into one text.  Requires: the document outlives it.  Threads: any number may read.
// Cost: linear in the text once, then O(log text) a coding.
class PassagesOf {
 public:
  explicit PassagesOf(const model::Document& document);
  PassagesOf(model::Document&&) = delete;  // would dangle

  // As Place, also where the range holds no letter.  False: it leaves the text, and `coding` is as it was.
  bool Fill(core::TextRange range, model::Coding& coding) const;

 private:
  const model::Document& document_;
  core::TextIndex index_;
  Hints hints_;
};

// Which of `hints` says the same as `wanted`: the only one with its heading, or of those with its heading the only one
// with its paragraph.  A heading says more: paragraphs are counted anew when one is put in above.
// Returns: an index; hints.size() if none is the same, several are, or nothing is wanted.
std::size_t SameHint(std::string_view wanted, std::span<const std::string> hints);

}  // namespace commonground::coding
