// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Whose codings are compared, in which documents: a study's codings as numbers.
//
// A coder's own work is their codings that are neither drafts nor rejected, and were not made by adjudication (the
// result of one that was not among its originals).  A coder was given a document when they have such a coding in
// it, or handed in an assignment of it: what they did not code there, they found absent.  A document that they were not
// given is missing.  A document that somebody still codes blind (an open assignment) is left out, and so is one that
// fewer than two of the compared coders were given.
//
// After adjudication: where an adjudication was made, the originals that it lists are taken out, whoever's they are,
// and its result, if any, stands for every coder who was given the document; a later one may take out the result of an
// earlier one.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/text_range.h"
#include "model/results/agreement.h"
#include "model/study.h"

namespace commonground::coding {

// A document as its reader may see it.  `units`: sentences or paragraphs, in order, when these are asked for.
struct TextToCompare {
  model::DocumentId document;
  std::int64_t length = 0;  // code points
  std::vector<core::TextRange> units;
};

enum class Stage { kBlind, kAdjudicated };
struct WorkRequest {
  model::AgreementUnit unit = model::AgreementUnit::kParagraph;
  Stage stage = Stage::kBlind;
  std::vector<model::CoderId> coders = {};  // empty: all
};

// A place in units of its document; coder and code are places in the lists below.
struct CodedRange {
  std::int32_t document = 0;
  std::int32_t code = 0;
  std::int32_t coder = 0;
  std::int32_t coding = 0;  // into model::Study::codings
  std::int32_t start = 0;   // units
  std::int32_t end = 0;
  core::TextRange text;  // code points
};

struct ComparedDocument {
  model::DocumentId id;
  std::int32_t units = 0;
  std::int64_t length = 0;  // code points
  std::uint64_t given = 0;  // a bit a coder
  std::vector<core::TextRange> unit_ranges;
};

struct CodedWork {
  std::vector<model::CoderId> coders;  // sorted; at most 64
  std::vector<model::CodeId> codes;    // codebook order
  std::vector<std::int32_t> parent;    // of codes; -1: top
  std::vector<ComparedDocument> documents;
  std::vector<CodedRange> ranges;       // by code, then document
  std::vector<std::size_t> code_begin;  // into ranges; one more than codes
  std::vector<model::DocumentId> still_coded;
  std::vector<model::DocumentId> one_coder_only;
  std::int64_t adjudications = 0;
  std::vector<model::AdjudicationId> broken;

  std::span<const CodedRange> Of(std::int32_t code) const {
    const auto at = static_cast<std::size_t>(code);
    return std::span(ranges).subspan(code_begin[at], code_begin[at + 1] - code_begin[at]);
  }
};

// Requires: `texts` in the order to be shown; codings of other documents are not looked at.  The study's codes and
// documents are known to it.
// Errors:   InvalidInput: a coder without work in these documents; more than 64 coders.
// Cost:     O(codings + units).
core::Result<CodedWork> WorkOf(const model::Study& study, std::span<const TextToCompare> texts,
                               const WorkRequest& request);

}  // namespace commonground::coding
