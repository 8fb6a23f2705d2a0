// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Countries, through the use case of app.

#include "server/routes/countries.h"

#include <algorithm>
#include <set>

#include "app/context_study.h"
#include "app/place_names.h"
#include "model/identity.h"

namespace commonground::server {

namespace {

std::optional<std::string> TextOf(const std::optional<core::Date>& date) {
  return date ? std::optional(date->Text()) : std::nullopt;
}

ListCountries::Why WhyOf(const model::LegalModelReason& reason) {
  return {model::InEnglish(reason), reason.words, reason.not_sourced, reason.disputed, reason.area};
}

std::string WordOf(model::ContextState state) {
  switch (state) {
    case model::ContextState::kSourced:
      return "sourced";
    case model::ContextState::kDisputed:
      return "disputed";
    case model::ContextState::kNotSourced:
      return "not-sourced";
  }
  return "";
}

}  // namespace

core::Result<ListCountries::Output> ListCountries::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  std::optional<core::Date> on;
  if (input.on) {
    CG_ASSIGN_OR_RETURN(on, core::Date::Parse(*input.on));
    if (!on->whole()) return core::Fail(core::ErrorCode::kInvalidInput, "Say a whole day: 2026-05-25.");
  }
  const std::string only = input.country ? input.country->value : std::string();
  CG_ASSIGN_OR_RETURN(const app::ShownContext shown, app::ContextStudy(study, on, only));
  const auto ids = model::IdsOf(shown.study.contexts);
  const auto view_of = [&](std::size_t index) {
    const model::ContextFact& fact = shown.study.contexts[index];
    return Fact{ids[index],         fact.indicator,          fact.area,
                fact.value,         TextOf(fact.valid_from), TextOf(fact.valid_to),
                TextOf(fact.as_of), fact.citation,           fact.sources};
  };
  Output output;
  output.on = shown.view.on.Text();
  for (const auto& one : shown.view.countries) {
    if (!only.empty() && one.country.value != only) continue;
    Country country{one.country, one.legal_model, WhyOf(one.legal_model_reason), {}, {}, {}};
    std::set<std::size_t> holding;
    for (std::size_t i = 0; i < one.indicators.size(); ++i) {
      const auto& value = one.indicators[i];
      const model::Indicator& indicator = shown.study.indicators[i];
      Indicator view{indicator.id, indicator.label, indicator.side, {WordOf(value.state)}, value.value, {}};
      for (const std::size_t index : value.facts) {
        view.facts.push_back(view_of(index));
        holding.insert(index);
      }
      country.indicators.push_back(std::move(view));
    }
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < shown.study.contexts.size(); ++i) {
      if (shown.study.contexts[i].country == one.country && !holding.contains(i)) others.push_back(i);
    }
    std::ranges::stable_sort(others, {}, [&](std::size_t i) { return shown.study.contexts[i].valid_from; });
    for (const std::size_t i : others) country.history.push_back(view_of(i));
    for (const auto& since : shown.over_time) {
      country.over_time.push_back({since.from.Text(), since.legal_model, WhyOf(since.reason)});
    }
    output.countries.push_back(std::move(country));
  }
  return output;
}

core::Result<ListPlaces::Output> ListPlaces::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto names, app::PlaceNamesOf(study, input.language ? input.language->value : "en"));
  Output output{names.title, names.invented, {}, {}};
  for (const auto& one : names.regions) output.regions.push_back({one.region, one.name});
  for (const auto& one : names.countries) output.countries.push_back({one.country, one.name});
  return output;
}

}  // namespace commonground::server
