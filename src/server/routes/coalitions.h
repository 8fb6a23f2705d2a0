// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The route about who works with whom: sectors by region and by case, of what may be published and nothing else.
#pragma once

#include "server/route.h"
#include "server/routes/figures.h"

namespace commonground::server {

struct ShowCoalitions {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/coalitions",
                                .name = "showCoalitions",
                                .summary =
                                    "Who works with which sectors, on record and told in passages, of what may be "
                                    "published today and nothing else",
                                .use_case = app::UseCase::kDrawFigure};
  struct Input {
    std::optional<OneOf<FigureLanguages>> language;
  };
  struct Count {
    std::int64_t on_record = 0;
    std::int64_t told = 0;
  };
  struct Region {
    model::RegionId region;
    std::string label;
    std::int64_t cases = 0;
  };
  struct Case {
    std::string name;
    std::int64_t region = -1;
  };
  struct Tie {
    std::string partner;
    model::TieKind kind = model::TieKind::kDialogue;
    std::string since;
    std::vector<std::string> sources;
  };
  struct Passage {
    std::string title;
    std::string language;
    std::string text;
  };
  struct Link {
    std::int64_t of_case = 0;
    std::vector<Tie> ties;
    std::int64_t passages = 0;
    std::vector<Passage> first;
  };
  struct Sector {
    model::CodeId code;
    std::string label;
    Count overall;
    std::vector<Count> by_region;
    std::vector<Link> links;
  };
  struct Pair {
    std::int64_t one = 0;
    std::int64_t other = 0;
    std::int64_t cases = 0;
    std::vector<std::int64_t> listed;
  };
  struct Output {
    std::vector<Region> regions;
    std::vector<Case> cases;
    std::vector<Sector> sectors;
    std::vector<Pair> pairs;
    std::int64_t of = 0;
    std::int64_t with_any = 0;
    std::int64_t counted_only = 0;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowCoalitions::Input> auto& in) {
  visit.Query("language", in.language, "of the words that are ours; the study's, if it is not said");
}
void Describe(auto& visit, Is<ShowCoalitions::Count> auto& count) {
  visit("on_record", count.on_record, "cases with a tie that may be told");
  visit("told", count.told, "cases with a passage about it and no tie on record");
}
void Describe(auto& visit, Is<ShowCoalitions::Region> auto& region) {
  visit("region", region.region, "its id");
  visit("label", region.label, "its name");
  visit("cases", region.cases, "in it");
}
void Describe(auto& visit, Is<ShowCoalitions::Case> auto& one) {
  visit("name", one.name, "as it may appear");
  visit("region", one.region, "from 0; -1: none");
}
void Describe(auto& visit, Is<ShowCoalitions::Tie> auto& tie) {
  visit("partner", tie.partner, "its name");
  visit("kind", tie.kind, "of tie");
  visit("since", tie.since, "a day; empty: not known");
  visit("sources", tie.sources, "their titles");
}
void Describe(auto& visit, Is<ShowCoalitions::Passage> auto& passage) {
  visit("title", passage.title, "of the text");
  visit("language", passage.language, "of the text, BCP 47");
  visit("text", passage.text, "about 300 characters of it; empty: its words may not be shown");
}
void Describe(auto& visit, Is<ShowCoalitions::Link> auto& link) {
  visit("of_case", link.of_case, "from 0");
  visit("ties", link.ties, "on record");
  visit("passages", link.passages, "about the sector");
  visit("first", link.first, "of them, three at most: one is enough for a case to count");
}
void Describe(auto& visit, Is<ShowCoalitions::Sector> auto& sector) {
  visit("code", sector.code, "its id");
  visit("label", sector.label, "what people call it");
  visit("overall", sector.overall, "of all regions");
  visit("by_region", sector.by_region, "in the order of regions");
  visit("links", sector.links, "what each case that may be listed has with it");
}
void Describe(auto& visit, Is<ShowCoalitions::Pair> auto& pair) {
  visit("one", pair.one, "a sector, from 0");
  visit("other", pair.other, "a sector, from 0");
  visit("cases", pair.cases, "that have both");
  visit("listed", pair.listed, "those of them that may be listed, from 0");
}
void Describe(auto& visit, Is<ShowCoalitions::Output> auto& out) {
  visit("regions", out.regions, "of the frame");
  visit("cases", out.cases, "that may be listed");
  visit("sectors", out.sectors, "of the codebook, in its order; one without cases is missing");
  visit("pairs", out.pairs, "of two cases and more, most first");
  visit("of", out.of, "cases: the denominator");
  visit("with_any", out.with_any, "cases with a sector");
  visit("counted_only", out.counted_only, "cases that are in numbers and in no list");
}

}  // namespace commonground::server
