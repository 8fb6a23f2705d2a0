// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes the passages that were found, with their marks.

#include "app/wire/search_json.h"

namespace commonground::app::wire {

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
  return {
      {"total", answer.total}, {"at_least", answer.at_least}, {"hits", hits}, {"did_you_mean", answer.did_you_mean}};
}

}  // namespace commonground::app::wire
