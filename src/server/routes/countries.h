// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about countries: what is known of the law and of practice on a day, with the facts behind it.
#pragma once

#include "server/route.h"

namespace commonground::server {

struct ListCountries {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/countries",
                                .name = "listCountries",
                                .summary = "Every country of the study on a day: indicators with their dated facts",
                                .use_case = app::UseCase::kContext};
  struct Input {
    std::optional<model::CountryCode> country;
    std::optional<std::string> on;
  };
  struct Fact {
    std::string fact;
    model::IndicatorId indicator;
    std::string area;
    std::string value;
    std::optional<std::string> valid_from;
    std::optional<std::string> valid_to;
    std::optional<std::string> as_of;
    std::string citation;
    std::vector<model::SourceId> sources;
  };
  struct State {
    static constexpr std::array<std::string_view, 3> kWords{"sourced", "disputed", "not-sourced"};
  };
  struct Indicator {
    model::IndicatorId indicator;
    std::string label;
    model::IndicatorSide side = model::IndicatorSide::kLaw;
    OneOf<State> state;
    std::string value;
    std::vector<Fact> facts;
  };
  struct Why {
    std::string reason;
    std::string words;
    std::vector<model::IndicatorId> not_sourced;
    std::vector<model::IndicatorId> disputed;
    std::string area;
  };
  struct Since {
    std::string from;
    std::string legal_model;
    Why why;
  };
  struct Country {
    model::CountryCode country;
    std::string legal_model;
    Why why;
    std::vector<Indicator> indicators;
    std::vector<Fact> history;
    std::vector<Since> over_time;
  };
  struct Output {
    std::string on;
    std::vector<Country> countries;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListCountries::Input> auto& in) {
  visit.Query("country", in.country, "this one only");
  visit.Query("on", in.on, "on this day, 2026-05-25; not said: the study's reference date, or today");
}
void Describe(auto& visit, Is<ListCountries::Fact> auto& fact) {
  visit("fact", fact.fact, "its id");
  visit("indicator", fact.indicator, "what it is about");
  visit("area", fact.area, "a part of the country; empty: all of it");
  visit("value", fact.value, "what it says");
  visit("valid_from", fact.valid_from, "not said: not known");
  visit("valid_to", fact.valid_to, "not said: it still holds, or it is not known");
  visit("as_of", fact.as_of, "when it was looked at");
  visit("citation", fact.citation, "the law or survey");
  visit("sources", fact.sources, "where it is from");
}
void Describe(auto& visit, Is<ListCountries::Indicator> auto& one) {
  visit("indicator", one.indicator, "its id");
  visit("label", one.label, "what people call it");
  visit("side", one.side, "law on paper, or practice");
  visit("state", one.state, "whether sources agree");
  visit("value", one.value, "the one value; unknown; disputed");
  visit("facts", one.facts, "that hold on the day");
}
void Describe(auto& visit, Is<ListCountries::Why> auto& why) {
  visit("reason", why.reason, "all of it in English, indicators by their ids");
  visit("words", why.words, "the words of the rule; empty: what the model depends on is not sourced, or disputed");
  visit("not_sourced", why.not_sourced, "indicators on which the model depends");
  visit("disputed", why.disputed, "indicators on which sources differ");
  visit("area", why.area, "the part of the country in which it is so; empty: the country");
}
void Describe(auto& visit, Is<ListCountries::Since> auto& since) {
  visit("from", since.from, "the day from which on");
  visit("legal_model", since.legal_model, "derived from what held then");
  visit("why", since.why, "why it is so");
}
void Describe(auto& visit, Is<ListCountries::Country> auto& country) {
  visit("country", country.country, "ISO 3166-1, three letters");
  visit("legal_model", country.legal_model, "derived; unknown when what the rule needs is not sourced");
  visit("why", country.why, "why it is so");
  visit("indicators", country.indicators, "in the order of the study");
  visit("history", country.history, "all facts of the country that do not hold on the day, oldest first");
  visit("over_time", country.over_time, "the legal model up to the day, if this country was asked for");
}
void Describe(auto& visit, Is<ListCountries::Output> auto& out) {
  visit("on", out.on, "the day");
  visit("countries", out.countries, "by code");
}

// What pages call places, and the study.
struct ListPlaces {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/places",
                                .name = "listPlaces",
                                .summary = "The study's title, and what its regions and countries are called",
                                .use_case = app::UseCase::kContext};
  struct Words {
    static constexpr std::array<std::string_view, 5> kWords{"en", "fr", "es", "ru", "zh"};
  };
  struct Input {
    std::optional<OneOf<Words>> language;
  };
  struct Region {
    model::RegionId region;
    std::string name;
  };
  struct Country {
    model::CountryCode country;
    std::string name;
  };
  struct Output {
    std::string title;
    bool invented = false;
    std::vector<Region> regions;
    std::vector<Country> countries;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListPlaces::Input> auto& in) {
  visit.Query("language", in.language, "of the names; English, if it is not said");
}
void Describe(auto& visit, Is<ListPlaces::Region> auto& one) {
  visit("region", one.region, "its id");
  visit("name", one.name, "as the study calls it");
}
void Describe(auto& visit, Is<ListPlaces::Country> auto& one) {
  visit("country", one.country, "ISO 3166-1, three letters");
  visit("name", one.name, "in that language; an invented one as the study calls it");
}
void Describe(auto& visit, Is<ListPlaces::Output> auto& out) {
  visit("title", out.title, "of the study");
  visit("invented", out.invented, "no organisation in it is real");
  visit("regions", out.regions, "in the order of the study");
  visit("countries", out.countries, "that you may know of, by code");
}

}  // namespace commonground::server
