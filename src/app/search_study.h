// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks for passages in the texts that may be read.
#pragma once

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

struct SearchAnswer {
  std::vector<SearchHit> hits;  // best first
  std::int64_t total = 0;
  bool at_least = false;                  // there are more than `total`
  std::vector<std::string> did_you_mean;  // words of readable texts; only when nothing was found
};

// Errors: InvalidInput: the question, or a facet that the study does not have; NotFound: not indexed.
core::Result<SearchAnswer> SearchStudy(const Workspace& workspace, const model::SearchRequest& request);

// At most 300 code points of a passage, from a little before the first mark; marks outside it are left out.
// Requires: marks ascend and do not overlap.
Snippet SnippetAround(std::string_view passage, std::span<const core::TextRange> marks);

// Makes the search index again from the texts.  Errors: the store's.
core::Status Reindex(const Workspace& workspace, core::Progress& progress);

}  // namespace commonground::app
