// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One pass sorts the facts that hold into places (country, area); then each place is looked at on its own.

#include "context/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "context/legal_model.h"
#include "context/statements.h"

namespace commonground::context {

namespace {

using model::ContextState;
using model::CountryCode;

constexpr std::string_view kUnknown = "unknown";
constexpr std::string_view kDisputed = "disputed";
constexpr std::string_view kMixed = "mixed_subnational";

// Facts that hold on the day: area -> indicator -> indices into Study::contexts.
using FactsByIndicator = std::map<std::string, std::vector<std::size_t>>;
using Places = std::map<std::string, FactsByIndicator>;

bool IsCountryCode(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::map<CountryCode, Places> Countries(const model::Study& study, core::Date on) {
  std::map<CountryCode, Places> countries;
  for (const auto& organisation : study.organisations) {
    if (organisation.country) countries[*organisation.country];
  }
  for (const auto& slot : study.slots) {
    if (slot.country) countries[*slot.country];
  }
  for (const auto& statement : study.statements) {
    if (IsCountryCode(statement.subject)) countries[CountryCode(statement.subject)];
  }
  for (std::size_t i = 0; i < study.contexts.size(); ++i) {
    const auto& fact = study.contexts[i];
    Places& places = countries[fact.country];
    if (core::Covers(fact.valid_from, fact.valid_to, on)) places[fact.area][fact.indicator.value].push_back(i);
  }
  return countries;
}

// Distinct values that facts give, in the order they appear; "unknown" is not a value.
KnownValues ValuesOf(const model::Study& study, const std::vector<std::size_t>& facts) {
  KnownValues values;
  for (const std::size_t i : facts) {
    const std::string& value = study.contexts[i].value;
    if (value != kUnknown && std::ranges::find(values, value) == values.end()) values.push_back(value);
  }
  return values;
}

// "40", "40.0" and "40.00" are one percentage: the first is kept.
void DropEqualPercentages(KnownValues& values) {
  const auto plain = [](std::string_view text) {
    if (text.find('.') == std::string_view::npos) return text;
    text = text.substr(0, text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
  };
  KnownValues kept;
  for (std::string& value : values) {
    if (std::ranges::none_of(kept, [&](const auto& k) { return plain(k) == plain(value); })) {
      kept.push_back(std::move(value));
    }
  }
  values = std::move(kept);
}

const std::vector<std::size_t>* FactsOf(const Places& places, const std::string& area, const std::string& indicator) {
  const auto place = places.find(area);
  if (place == places.end()) return nullptr;
  const auto facts = place->second.find(indicator);
  return facts == place->second.end() ? nullptr : &facts->second;
}

// All facts of one indicator that hold in the country, its areas too, in file order.
void AddFacts(const Places& places, const std::string& indicator, std::vector<std::size_t>& to) {
  for (const auto& [area, by_indicator] : places) {
    if (const auto* facts = FactsOf(places, area, indicator)) to.insert(to.end(), facts->begin(), facts->end());
  }
}

void SetState(model::IndicatorValue& value, const KnownValues& known) {
  if (known.empty()) {
    value.value = kUnknown;
  } else if (known.size() == 1) {
    value.state = ContextState::kSourced;
    value.value = known.front();
  } else {
    value.state = ContextState::kDisputed;
    value.value = kDisputed;
  }
}

LegalModel DeriveIn(const model::Study& study, const Places& places, const std::string& area,
                    const LegalModelRules& rules) {
  std::map<std::string, KnownValues> known;
  for (const std::string& input : rules.inputs()) {
    KnownValues values;
    if (const auto* own = FactsOf(places, area, input)) values = ValuesOf(study, *own);
    if (values.empty() && !area.empty()) {
      if (const auto* national = FactsOf(places, "", input)) values = ValuesOf(study, *national);
    }
    if (!values.empty()) known[input] = std::move(values);
  }
  return rules.Derive(known);
}

// An area counts when it has a fact of its own about one of the rule's inputs.
bool HasOwnLaw(const model::Study& study, const FactsByIndicator& facts, const LegalModelRules& rules) {
  return std::ranges::any_of(facts, [&](const auto& entry) {
    return std::ranges::binary_search(rules.inputs(), entry.first) && !ValuesOf(study, entry.second).empty();
  });
}

LegalModel DeriveCountry(const model::Study& study, const Places& places, const LegalModelRules& rules) {
  LegalModel country = DeriveIn(study, places, "", rules);
  const auto is_told = [](const LegalModel& m) { return m.model != kUnknown && m.model != kDisputed; };
  std::set<std::string> told;
  if (is_told(country)) told.insert(country.model);
  const std::string* open_area = nullptr;
  LegalModel open;
  for (const auto& [area, facts] : places) {
    if (area.empty() || !HasOwnLaw(study, facts, rules)) continue;
    LegalModel in_area = DeriveIn(study, places, area, rules);
    if (is_told(in_area)) {
      told.insert(std::move(in_area.model));
    } else if (open_area == nullptr) {
      open_area = &area;
      open = std::move(in_area);
    }
  }
  if (told.size() > 1) {
    return {std::string(kMixed), {"The law differs between parts of the country, and so does the model."}};
  }
  if (is_told(country) && open_area != nullptr) {
    open.reason.area = *open_area;
    return open;
  }
  return country;
}

model::CountryContext ViewCountry(const model::Study& study, const CountryCode& code, const Places& places,
                                  const LegalModelRules& rules) {
  model::CountryContext context;
  context.country = code;
  LegalModel legal = DeriveCountry(study, places, rules);
  for (const auto& indicator : study.indicators) {
    model::IndicatorValue value;
    value.indicator = indicator.id;
    if (indicator.type == model::IndicatorType::kDerived) {
      value.value = legal.model;
      value.state = legal.model == kUnknown    ? ContextState::kNotSourced
                    : legal.model == kDisputed ? ContextState::kDisputed
                                               : ContextState::kSourced;
      for (const std::string& input : rules.inputs()) AddFacts(places, input, value.facts);
    } else {
      const auto* national = FactsOf(places, "", indicator.id.value);
      KnownValues known = national == nullptr ? KnownValues{} : ValuesOf(study, *national);
      if (indicator.type == model::IndicatorType::kPercent) DropEqualPercentages(known);
      SetState(value, known);
      AddFacts(places, indicator.id.value, value.facts);
    }
    std::ranges::sort(value.facts);
    context.indicators.push_back(std::move(value));
  }
  context.legal_model = std::move(legal.model);
  context.legal_model_reason = std::move(legal.reason);
  return context;
}

}  // namespace

model::ContextView ViewOn(const model::Study& study, core::Date on) {
  model::ContextView view;
  view.on = on;
  const LegalModelRules rules(study.legal_model, study.indicators);
  for (const auto& [code, places] : Countries(study, on)) {
    view.countries.push_back(ViewCountry(study, code, places, rules));
  }
  view.statements = GroupStatements(study.statements, study.settings.many_valued);
  return view;
}

}  // namespace commonground::context
