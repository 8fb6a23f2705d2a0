// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Loads contexts of countries and derives their legal models.

#include "app/context_study.h"

#include <algorithm>
#include <set>

#include "app/gateway/entry.h"
#include "app/open_study.h"
#include "context/view.h"

namespace commonground::app {

namespace {

core::Date DayAfter(const core::Date& day) {
  if (const auto next = core::Date::Make(day.year(), day.month(), day.day() + 1)) return *next;
  const core::Date month = day.AddMonths(1);
  return core::Date::Make(month.year(), month.month(), 1).value_or(day);
}

// The days on which something that is known of a country began or had ended, and what the rule says from each of them.
std::vector<LegalModelSince> OverTime(const model::Study& study, const std::string& country, const core::Date& until) {
  std::set<core::Date> days;
  for (const model::ContextFact& fact : study.contexts) {
    if (fact.country.value != country) continue;
    if (fact.valid_from) days.insert(fact.valid_from->First());
    if (fact.valid_to) days.insert(DayAfter(fact.valid_to->Last()));
  }
  std::vector<LegalModelSince> periods;
  for (const core::Date& day : days) {
    if (until < day) break;
    const model::ContextView view = context::ViewOn(study, day);
    const auto of = std::ranges::find(view.countries, model::CountryCode(country), &model::CountryContext::country);
    if (of == view.countries.end()) continue;
    if (!periods.empty() && periods.back().legal_model == of->legal_model) continue;
    periods.push_back({day, of->legal_model, of->legal_model_reason});
  }
  return periods;
}

}  // namespace

core::Result<ShownContext> ContextStudy(const Workspace& workspace, std::optional<core::Date> on,
                                        const std::string& country) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kContext));
  CG_ASSIGN_OR_RETURN(const auto small, in.Small());
  const model::Study& study = *small;
  ShownContext shown;
  shown.view = context::ViewOn(study, on.value_or(ReferenceDate(study.settings, workspace.clock())));
  std::string known;
  bool found = country.empty();
  for (const auto& one : shown.view.countries) {
    found = found || one.country.value == country;
    known += (known.empty() ? "" : ", ") + one.country.value;
  }
  if (!found) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      "there is no country \"" + country + "\" in this study. Known: " + known);
  }
  if (!country.empty()) shown.over_time = OverTime(study, country, shown.view.on);
  shown.study.indicators = study.indicators;
  shown.study.contexts = study.contexts;
  shown.study.statements = study.statements;
  shown.study.sources = study.sources;
  return shown;
}

}  // namespace commonground::app
