// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Statements, indicators, what is known of countries, and the rule for the legal model.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "model/indicators.h"
#include "rules/checked.h"
#include "rules/countries.h"

namespace commonground::rules {

namespace {

void CheckStatements(const Checked& checked) {
  std::unordered_set<std::string_view> places;
  for (const model::InventedCountry& place : checked.study.invented_countries) places.insert(place.code.value);
  for (std::size_t i = 0; i < checked.study.statements.size(); ++i) {
    const model::Statement& statement = checked.study.statements[i];
    const std::string& subject = statement.subject;
    const Field field = checked.Of(Kind::kStatement, i, "subject");
    if (!subject.empty() && subject != "study" && !IsCountry(subject) && !places.contains(subject) &&
        checked.organisations.readable && !checked.organisations.Has(subject)) {
      field.Bad(subject, "is neither an organisation's id, nor a country's code, nor the word study",
                "add the organisation to {1}, or correct the subject", {All(Kind::kOrganisation)});
    }
    CheckReferences(checked, i, statement);
    CheckOrder(statement.valid_from, statement.valid_to, field.At("valid_to"), "valid_from");
  }
}

void CheckValueOf(const model::Indicator& indicator, const std::string& value, const Field& field) {
  if (value.empty() || model::IsValueOf(indicator, value)) return;
  switch (indicator.type) {
    case model::IndicatorType::kDerived:
      field.Bad(value, fmt::format("the indicator {} is derived from others and is never typed in", indicator.id.value),
                "take this row out");
      break;
    case model::IndicatorType::kPercent:
      field.Bad(value, "is not a percentage from 0 to 100 with at most 2 decimals", "write it like 12.5, without %");
      break;
    case model::IndicatorType::kChoice:
      if (indicator.values.empty()) break;  // reported there
      field.Bad(value, fmt::format("is not a value of the indicator {}", indicator.id.value),
                fmt::format("write one of: {}, unknown", fmt::join(indicator.values, ", ")));
      break;
  }
}

using IndicatorsById = std::unordered_map<std::string_view, const model::Indicator*>;

void CheckContexts(const Checked& checked, const IndicatorsById& indicators) {
  for (std::size_t i = 0; i < checked.study.contexts.size(); ++i) {
    const model::ContextFact& fact = checked.study.contexts[i];
    const Field field = checked.Of(Kind::kContextFact, i, "value");
    CheckReferences(checked, i, fact);
    CheckOrder(fact.valid_from, fact.valid_to, field.At("valid_to"), "valid_from");
    const auto found = indicators.find(fact.indicator.value);
    if (found != indicators.end()) CheckValueOf(*found->second, fact.value, field);
  }
}

// Does the one match whenever the other does?
bool Covers(const model::LegalModelRule& first, const model::LegalModelRule& other) {
  return std::ranges::all_of(first.when, [&](const auto& condition) {
    const auto& [indicator, values] = condition;
    if (values.empty()) return true;  // matches anything
    const auto asked = other.when.find(indicator);
    return asked != other.when.end() && !asked->second.empty() &&
           std::ranges::all_of(asked->second, [&, &may = values](const std::string& value) {
             return std::ranges::find(may, value) != may.end();
           });
  });
}

// Rules are tried in order: one behind another that matches the same facts, or more, never decides.
void FindRulesThatNeverDecide(const Checked& checked) {
  constexpr std::size_t kMaxCompared = 1'000;  // rules; each is compared with all before it
  const auto& rules = checked.study.legal_model;
  for (std::size_t i = 1; i < std::min(rules.size(), kMaxCompared); ++i) {
    const auto first = std::find_if(rules.begin(), rules.begin() + static_cast<std::ptrdiff_t>(i),
                                    [&](const auto& one) { return Covers(one, rules[i]); });
    if (first == rules.begin() + static_cast<std::ptrdiff_t>(i)) continue;
    checked.Of(Kind::kLegalModelRule, i, "when")
        .Note(first->model, "is what a rule before this one says of the same facts, so that this one never decides",
              "put this rule before the other one, make its facts others, or take it out");
  }
}

void CheckLegalModel(const Checked& checked, const IndicatorsById& indicators) {
  const auto* general = checked.circumstances.general_rule;
  if (general != nullptr && checked.study.legal_model == *general) return;  // it may name more than this study has
  FindRulesThatNeverDecide(checked);
  for (std::size_t i = 0; i < checked.study.legal_model.size(); ++i) {
    const Field field = checked.Of(Kind::kLegalModelRule, i, "when");
    for (const auto& [indicator, values] : checked.study.legal_model[i].when) {
      CheckReference(checked, Kind::kIndicator, indicator, field);
      const auto found = indicators.find(indicator);
      if (found == indicators.end() || found->second->type != model::IndicatorType::kChoice) continue;
      for (const std::string& value : values) CheckValueOf(*found->second, value, field);
    }
  }
}

}  // namespace

void CheckFacts(const Checked& checked) {
  IndicatorsById indicators;
  for (std::size_t i = 0; i < checked.study.indicators.size(); ++i) {
    const model::Indicator& indicator = checked.study.indicators[i];
    indicators.emplace(indicator.id.value, &indicator);
    CheckReferences(checked, i, indicator);
    if (indicator.type == model::IndicatorType::kChoice && indicator.values.empty()) {
      checked.Of(Kind::kIndicator, i, "values")
          .Bad({}, "is blank, but a choice needs its values", "list the allowed values, separated by semicolons");
    }
  }
  CheckStatements(checked);
  CheckContexts(checked, indicators);
  CheckLegalModel(checked, indicators);
}

}  // namespace commonground::rules
