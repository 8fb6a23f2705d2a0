// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The route that looks for words in texts.
#pragma once

#include "server/route.h"
#include "server/routes/range.h"

namespace commonground::server {

struct Search {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/search",
                                .name = "search",
                                .summary =
                                    "Passages with these words, in texts that you may read (POST: what is looked "
                                    "for stands in no address)",
                                .use_case = app::UseCase::kSearch,
                                .only_asks = true};
  struct Input {
    std::string question;
    std::optional<std::vector<std::string>> regions;
    std::optional<std::vector<std::string>> countries;
    std::optional<std::vector<std::string>> languages;
    std::optional<std::vector<std::string>> codes;
    std::optional<std::vector<std::string>> cases;
    std::optional<std::vector<std::string>> kinds;
    std::optional<std::int64_t> most;
    std::optional<bool> facets;
  };
  struct Facet {
    std::string value;
    std::int64_t passages = 0;
  };
  struct Facets {
    std::vector<Facet> regions;
    std::vector<Facet> countries;
    std::vector<Facet> languages;
    std::vector<Facet> codes;
    std::vector<Facet> cases;
    std::vector<Facet> kinds;
  };
  struct Hit {
    model::DocumentId document;
    std::string title;
    std::string language;
    RangeView range;
    std::int64_t page = 0;
    std::string text;
    std::vector<RangeView> marks;
  };
  struct Output {
    std::vector<Hit> hits;
    std::int64_t total = 0;
    bool at_least = false;
    std::vector<std::string> did_you_mean;
    std::optional<Facets> facets;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<Search::Input> auto& in) {
  visit("question", in.question, "words, \"phrases\", AND, OR, NOT, begin*");
  visit("regions", in.regions, "in these only");
  visit("countries", in.countries, "in these only, by code");
  visit("languages", in.languages, "in these only");
  visit("codes", in.codes, "with one of these codes only");
  visit("cases", in.cases, "in these only");
  visit("kinds", in.kinds, "summary or account: in these only");
  visit("most", in.most, "how many, at most 200; 20 if it is not said");
  visit("facets", in.facets, "count them");
}
void Describe(auto& visit, Is<Search::Facet> auto& facet) {
  visit("value", facet.value, "its id");
  visit("passages", facet.passages, "that are found if this value alone narrows its facet");
}
void Describe(auto& visit, Is<Search::Facets> auto& facets) {
  visit("regions", facets.regions, "most passages first, as in all of them");
  visit("countries", facets.countries, "by code");
  visit("languages", facets.languages, "without a country");
  visit("codes", facets.codes, "at the top, right below, and those asked for; none of texts that are coded blind");
  visit("cases", facets.cases, "by organisation");
  visit("kinds", facets.kinds, "of texts");
}
void Describe(auto& visit, Is<Search::Hit> auto& hit) {
  visit("document", hit.document, "where");
  visit("title", hit.title, "of it");
  visit("language", hit.language, "of it");
  visit("range", hit.range, "of the passage");
  visit("page", hit.page, "of the file; 0: it has none");
  visit("text", hit.text, "the passage, or a part of it");
  visit("marks", hit.marks, "what was found in `text`");
}
void Describe(auto& visit, Is<Search::Output> auto& out) {
  visit("hits", out.hits, "best first");
  visit("total", out.total, "how many there are");
  visit("at_least", out.at_least, "there are more than that");
  visit("did_you_mean", out.did_you_mean, "words of the texts, when nothing was found");
  visit("facets", out.facets, "counted, of texts that you may read; if you asked");
}

}  // namespace commonground::server
