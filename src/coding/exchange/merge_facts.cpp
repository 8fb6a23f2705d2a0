// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Merges the facts of a sidecar file, where the study has none.

#include <algorithm>
#include <map>
#include <set>

#include "coding/exchange/internal/merger.h"
#include "model/indicators.h"

namespace commonground::coding {

namespace {

// Such as a list in a table can hold.
bool HasValues(const model::Indicator& indicator) {
  if (indicator.type == model::IndicatorType::kChoice && indicator.values.empty()) return false;
  return std::ranges::none_of(
      indicator.values, [](const std::string& value) { return value.empty() || value.find(';') != std::string::npos; });
}

bool IsCountryCode(const model::CountryCode& code) {
  return code.value.size() == 3 && std::ranges::all_of(code.value, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool IsOrdered(const model::ContextFact& fact) {
  return !fact.valid_from || !fact.valid_to || fact.valid_from->First() <= fact.valid_to->Last();
}

// By what two facts are the same.
std::string KeyOf(const model::ContextFact& fact) {
  std::string key;
  for (const std::string& part : {fact.country.value, fact.area, fact.indicator.value, fact.value,
                                  fact.valid_from ? fact.valid_from->Text() : std::string()}) {
    key += part + '\0';
  }
  return key;
}

}  // namespace

// All or nothing of the study's own: two sets of facts put together would say more than either.
void Merger::Facts() {
  const Sidecar& side = *project_.side;
  if (side.indicators.empty() && side.facts.empty() && side.legal_model.empty()) return;
  if (!study().indicators.empty() || !study().contexts.empty()) {
    std::set<std::string> known;
    for (const auto& one : study().indicators) known.insert(one.id.value);
    for (const auto& one : study().contexts) known.insert(KeyOf(one));
    const auto other_indicators =
        std::ranges::count_if(side.indicators, [&](const auto& one) { return !known.contains(one.id.value); });
    const auto other_facts =
        std::ranges::count_if(side.facts, [&](const auto& one) { return !known.contains(KeyOf(one)); });
    out_.report.Add("indicators and facts about countries that the study does not have",
                    "left out: a study that has some keeps its own", other_indicators + other_facts);
    return;
  }
  std::map<std::string, model::Indicator> indicators;
  for (const model::Indicator& one : side.indicators) {
    if (!model::IsValidId(one.id.value) || !HasValues(one) || !indicators.emplace(one.id.value, one).second) {
      out_.report.Add("indicators that are not as they should be", "left out");
      continue;
    }
    study().indicators.push_back(one);
    study().indicators.back().sources = Known(one.sources);
  }
  for (const model::ContextFact& one : side.facts) {
    const auto indicator = indicators.find(one.indicator.value);
    const bool good = indicator != indicators.end() && model::IsValueOf(indicator->second, one.value) &&
                      IsCountryCode(one.country) && (!options_.is_country || options_.is_country(one.country.value)) &&
                      IsOrdered(one) && !one.sources.empty() && Known(one.sources).size() == one.sources.size();
    if (good) {
      study().contexts.push_back(one);
    } else {
      out_.report.Add("facts about countries that are not as they should be", "left out");
    }
  }
  // Said, because anybody can write such a file.
  out_.report.Add("indicators and facts about countries, of which the study had none",
                  "taken over with their sources: look at them",
                  static_cast<std::int64_t>(study().indicators.size() + study().contexts.size()));
  if (!study().legal_model.empty()) return;
  const auto knows = [&](const model::LegalModelRule& rule) {
    return !rule.model.empty() && std::ranges::all_of(rule.when, [&](const auto& condition) {
      const auto indicator = indicators.find(condition.first);
      return indicator != indicators.end() && std::ranges::all_of(condition.second, [&](const auto& value) {
               return model::IsValueOf(indicator->second, value);
             });
    });
  };
  if (std::ranges::all_of(side.legal_model, knows)) {
    study().legal_model = side.legal_model;
  } else {
    out_.report.Add("the rule for the legal model", "left out: it speaks of what is not there");
  }
}

}  // namespace commonground::coding
