// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes the passages that were found, with their marks.

#include "app/wire/search_json.h"

namespace commonground::app::wire {

namespace {

Json FacetJson(const std::vector<FacetCount>& counts) {
  Json list = Json::array();
  for (const auto& one : counts) list.push_back({{"value", one.value}, {"passages", one.passages}});
  return list;
}

}  // namespace

Json ToJson(const SearchAnswer& answer) {
  Json hits = Json::array();
  for (const auto& hit : answer.hits) {
    Json marks = Json::array();
    for (const auto& mark : hit.snippet.marks) marks.push_back({mark.start, mark.end});
    hits.push_back({{"document", hit.document.value},
                    {"title", hit.title},
                    {"organisation", hit.organisation.value},
                    {"language", hit.language},
                    {"start", hit.range.start},
                    {"end", hit.range.end},
                    {"page", hit.page},
                    {"score", hit.score},
                    {"snippet", hit.snippet.text},
                    {"marks", marks}});
  }
  Json json{
      {"total", answer.total}, {"at_least", answer.at_least}, {"hits", hits}, {"did_you_mean", answer.did_you_mean}};
  if (answer.facets) {
    json["facets"] = {
        {"regions", FacetJson(answer.facets->regions)},     {"countries", FacetJson(answer.facets->countries)},
        {"languages", FacetJson(answer.facets->languages)}, {"codes", FacetJson(answer.facets->codes)},
        {"cases", FacetJson(answer.facets->cases)},         {"kinds", FacetJson(answer.facets->kinds)}};
  }
  return json;
}

}  // namespace commonground::app::wire
