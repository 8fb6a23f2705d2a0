// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Statements, indicators, what is known of countries, and the rule for the legal model.

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "ingest/folder/built_in.h"
#include "ingest/folder/checks/checks.h"
#include "ingest/folder/countries.h"
#include "model/indicators.h"

namespace commonground::ingest {

namespace {

constexpr std::string_view kStatements = "statements.csv";
constexpr std::string_view kIndicators = "indicators.csv";
constexpr std::string_view kContexts = "contexts.csv";
constexpr std::string_view kLegalModel = "legal_model.toml";

std::string List(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, ", "));
}

bool IsNamedPlace(const model::Study& study, const std::string& code) {
  return std::any_of(study.places.begin(), study.places.end(),
                     [&](const auto& place) { return place.code.value == code; });
}

void CheckStatements(const Checked& checked) {
  for (std::size_t i = 0; i < checked.study.statements.size(); ++i) {
    const model::Statement& statement = checked.study.statements[i];
    const std::string& subject = statement.subject;
    if (!subject.empty() && subject != "study" && !IsCountry(subject) && !IsNamedPlace(checked.study, subject) &&
        checked.organisations.readable && !checked.organisations.Has(subject)) {
      checked.Row(kStatements, i, "subject")
          .Bad(subject, "is neither an organisation's id, nor a country's code, nor the word study",
               "add the organisation to organisations.csv, or correct the subject");
    }
    CheckReference(checked.sources, statement.sources, checked.Row(kStatements, i, "source"));
    CheckOrder(statement.valid_from, statement.valid_to, checked.Row(kStatements, i, "valid_to"), "valid_from");
  }
}

void CheckValue(const model::Indicator& indicator, const std::string& value, const Spot& spot) {
  if (value.empty() || model::IsValueOf(indicator, value)) return;
  switch (indicator.type) {
    case model::IndicatorType::kDerived:
      spot.Bad(value, fmt::format("the indicator {} is derived from others and is never typed in", indicator.id.value),
               "take this row out");
      break;
    case model::IndicatorType::kPercent:
      spot.Bad(value, "is not a percentage from 0 to 100 with at most 2 decimals", "write it like 12.5, without %");
      break;
    case model::IndicatorType::kChoice:
      if (indicator.values.empty()) break;  // reported there
      spot.Bad(value, fmt::format("is not a value of the indicator {}", indicator.id.value),
               fmt::format("write one of: {}, unknown", List(indicator.values)));
      break;
  }
}

using IndicatorsById = std::unordered_map<std::string, const model::Indicator*>;

void CheckContexts(const Checked& checked, const IndicatorsById& indicators) {
  for (std::size_t i = 0; i < checked.study.contexts.size(); ++i) {
    const model::ContextFact& fact = checked.study.contexts[i];
    CheckReference(checked.indicators, fact.indicator, checked.Row(kContexts, i, "indicator"));
    CheckReference(checked.sources, fact.sources, checked.Row(kContexts, i, "source"));
    CheckOrder(fact.valid_from, fact.valid_to, checked.Row(kContexts, i, "valid_to"), "valid_from");
    const auto found = indicators.find(fact.indicator.value);
    if (found != indicators.end()) CheckValue(*found->second, fact.value, checked.Row(kContexts, i, "value"));
  }
}

void CheckRules(const Checked& checked, const IndicatorsById& indicators) {
  if (checked.study.legal_model == BuiltInLegalModel()) return;  // it may name more than this study has
  for (std::size_t i = 0; i < checked.study.legal_model.size(); ++i) {
    for (const auto& [indicator, values] : checked.study.legal_model[i].when) {
      const Spot spot = checked.Row(kLegalModel, i, "rule.when");
      CheckReference(checked.indicators, indicator, spot);
      const auto found = indicators.find(indicator);
      if (found == indicators.end() || found->second->type != model::IndicatorType::kChoice) continue;
      for (const std::string& value : values) {
        CheckValue(*found->second, value, spot);
      }
    }
  }
}

}  // namespace

void CheckFacts(const Checked& checked) {
  IndicatorsById indicators;
  for (std::size_t i = 0; i < checked.study.indicators.size(); ++i) {
    const model::Indicator& indicator = checked.study.indicators[i];
    indicators.emplace(indicator.id.value, &indicator);
    CheckReference(checked.sources, indicator.sources, checked.Row(kIndicators, i, "source"));
    if (indicator.type == model::IndicatorType::kChoice && indicator.values.empty()) {
      checked.Row(kIndicators, i, "values")
          .Bad({}, "is blank, but a choice needs its values", "list the allowed values, separated by semicolons");
    }
  }
  CheckStatements(checked);
  CheckContexts(checked, indicators);
  CheckRules(checked, indicators);
}

}  // namespace commonground::ingest
