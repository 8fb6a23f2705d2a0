// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks for passages in the texts that may be read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/progress.h"
#include "core/result.h"
#include "core/text_range.h"
#include "model/ids.h"
#include "model/search_request.h"

namespace commonground::app {

struct Snippet {
  std::string text;                    // the passage, or the part of it around what was found
  std::vector<core::TextRange> marks;  // what was found, in code points of `text`
  bool cut_before = false;             // more of the passage stands before
  bool cut_after = false;
};

struct SearchHit {
  model::DocumentId document;
  std::string title;
  model::OrganisationId organisation;
  std::string language;
  core::TextRange range;  // of the passage, in the document
  int page = 0;           // 0: the file has no pages
  double score = 0;
  Snippet snippet;
};

// How many passages would be found if this value alone narrowed its facet, all other facets as they are.
struct FacetCount {
  std::string value;
  std::int64_t passages = 0;
};

// Most passages first.  Values without a passage are there when the request asks for them.
struct FacetCounts {
  std::vector<FacetCount> regions;
  std::vector<FacetCount> countries;
  std::vector<FacetCount> languages;  // without a country: "pt"
  std::vector<FacetCount> codes;      // those at the top, those right below them, and those that are asked for
  std::vector<FacetCount> cases;
  std::vector<FacetCount> kinds;
};

struct SearchAnswer {
  std::vector<SearchHit> hits;  // best first
  std::int64_t total = 0;
  bool at_least = false;                  // there are more than `total`
  std::vector<std::string> did_you_mean;  // words of readable texts; only when nothing was found
  std::optional<FacetCounts> facets;      // when the request wants them
};

// Errors: InvalidInput: the question, or a facet that the study does not have; NotFound: not indexed.
core::Result<SearchAnswer> SearchStudy(const Workspace& workspace, const model::SearchRequest& request);

// At most 300 code points of a passage, from a little before the first mark; marks outside it are left out.
// Requires: marks ascend and do not overlap.
Snippet SnippetAround(std::string_view passage, std::span<const core::TextRange> marks);

// Makes the search index again from the texts.  Errors: the store's.
core::Status Reindex(const Workspace& workspace, core::Progress& progress);

}  // namespace commonground::app
