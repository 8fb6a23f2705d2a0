// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the search is asked, and what it answers.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/text_range.h"
#include "model/ids.h"
#include "model/search_request.h"

namespace commonground::store {

using model::SearchRequest;

struct FoundPassage {
  model::DocumentId document;
  core::TextRange range;
  double score = 0;  // BM25, larger is better
};

struct Found {
  std::vector<FoundPassage> passages;          // best first; equal ones by document and place
  std::int64_t total = 0;                      // of readable documents
  bool at_least = false;                       // there are more than `total`: counting stops at 10,000
  std::set<std::vector<std::string>> phrases;  // rows of tokens that count as found, to mark them in a text
  std::set<std::string> prefixes;
};

}  // namespace commonground::store
