// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Looks for words, through the use case of app.

#include "server/routes/search.h"

#include <algorithm>

#include "app/search_study.h"

namespace commonground::server {

namespace {

std::vector<Search::Facet> FacetList(const std::vector<app::FacetCount>& counts) {
  std::vector<Search::Facet> list;
  for (const auto& one : counts) list.push_back({one.value, one.passages});
  return list;
}

}  // namespace

core::Result<Search::Output> Search::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  model::SearchRequest request;
  request.question = input.question;
  request.regions = input.regions.value_or(std::vector<std::string>());
  request.countries = input.countries.value_or(std::vector<std::string>());
  request.languages = input.languages.value_or(std::vector<std::string>());
  request.codes = input.codes.value_or(std::vector<std::string>());
  request.cases = input.cases.value_or(std::vector<std::string>());
  request.kinds = input.kinds.value_or(std::vector<std::string>());
  request.count_facets = input.facets.value_or(false);
  request.most = static_cast<std::size_t>(std::clamp<std::int64_t>(input.most.value_or(20), 1, 200));
  CG_ASSIGN_OR_RETURN(auto answer, app::SearchStudy(study, request));
  Output output{{}, answer.total, answer.at_least, std::move(answer.did_you_mean), {}};
  if (const auto& facets = answer.facets) {
    output.facets = Facets{FacetList(facets->regions), FacetList(facets->countries), FacetList(facets->languages),
                           FacetList(facets->codes),   FacetList(facets->cases),     FacetList(facets->kinds)};
  }
  for (auto& hit : answer.hits) {
    Hit one{hit.document, hit.title, hit.language, {hit.range.start, hit.range.end}, hit.page, hit.snippet.text, {}};
    for (const core::TextRange& mark : hit.snippet.marks) one.marks.push_back({mark.start, mark.end});
    output.hits.push_back(std::move(one));
  }
  return output;
}

}  // namespace commonground::server
