// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How many passages each value of each facet would leave of a search.  Gated as the search is: only documents that may
// be read are counted, and by code only those that nobody codes blind, so that no count tells more than the search
// would.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/gateway/entry.h"
#include "app/search_study.h"

namespace commonground::app {

struct FacetScope {
  const model::Study& study;                         // what is small of it
  const std::set<model::DocumentId>& readable;       // of this search
  const std::set<model::DocumentId>& told_by_codes;  // of these, those whose codes may be told
  const std::vector<std::string>& languages;         // of the texts that may be read
};

// Errors: as SearchStudy.  Cost: two looks at all that matches, and one for each code that is counted.
core::Result<FacetCounts> CountFacets(const store::StudyStore& store, const model::SearchRequest& request,
                                      const FacetScope& scope);

}  // namespace commonground::app
