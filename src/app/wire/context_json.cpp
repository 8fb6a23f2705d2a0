// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes each indicator with the facts that speak of it.

#include "app/wire/context_json.h"

namespace commonground::app::wire {

Json ToJson(const model::Study& study, const model::ContextView& view, const std::string& only) {
  Json body = {{"on", view.on.Text()}, {"countries", Json::array()}};
  for (const auto& country : view.countries) {
    if (!only.empty() && country.country.value != only) continue;
    Json indicators = Json::array();
    for (std::size_t i = 0; i < country.indicators.size(); ++i) {
      const auto& value = country.indicators[i];
      Json facts = Json::array();
      for (const std::size_t index : value.facts) {
        const model::ContextFact& fact = study.contexts[index];
        Json sources = Json::array();
        for (const auto& source : fact.sources) sources.push_back(source.value);
        facts.push_back({{"area", fact.area},
                         {"value", fact.value},
                         {"valid_from", fact.valid_from ? fact.valid_from->Text() : ""},
                         {"valid_to", fact.valid_to ? fact.valid_to->Text() : ""},
                         {"as_of", fact.as_of ? fact.as_of->Text() : ""},
                         {"source", std::move(sources)}});
      }
      indicators.push_back({{"indicator", value.indicator.value},
                            {"side", model::Word(study.indicators[i].side)},
                            {"value", value.value},
                            {"facts", std::move(facts)}});
    }
    body["countries"].push_back({{"country", country.country.value},
                                 {"legal_model", country.legal_model},
                                 {"reason", model::InEnglish(country.legal_model_reason)},
                                 {"indicators", std::move(indicators)}});
  }
  return body;
}

}  // namespace commonground::app::wire
