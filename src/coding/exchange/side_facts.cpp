// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Reads and writes the facts that REFI-QDA has no place for.

#include "coding/exchange/internal/side_facts.h"

#include <utility>

namespace commonground::coding {

using namespace side_json;

Json AboutCountries(const model::Study& study) {
  Json all = Json::object();
  for (const model::Indicator& one : study.indicators) {
    Json row{{"indicator", one.id.value}};
    Put(row, "code", one.code);
    Put(row, "label", one.label);
    PutWord(row, "side", one.side);
    PutWord(row, "type", one.type);
    Put(row, "values", one.values);
    Put(row, "sources", one.sources);
    all["indicators"].push_back(std::move(row));
  }
  for (const model::LegalModelRule& one : study.legal_model) {
    Json row{{"when", Json::object()}};
    for (const auto& [indicator, values] : one.when) row["when"][indicator] = values;
    Put(row, "model", one.model);
    Put(row, "reason", one.reason);
    all["legal_model"].push_back(std::move(row));
  }
  for (const model::ContextFact& one : study.contexts) {
    Json row{{"country", one.country.value}};
    Put(row, "area", one.area);
    row["indicator"] = one.indicator.value;
    Put(row, "value", one.value);
    Put(row, "valid_from", one.valid_from);
    Put(row, "valid_to", one.valid_to);
    Put(row, "as_of", one.as_of);
    Put(row, "citation", one.citation);
    Put(row, "sources", one.sources);
    all["facts"].push_back(std::move(row));
  }
  return all;
}

void ReadCountries(const Json& file, SideFile& side) {
  Each(file, "indicators", [&](const Json& row) {
    model::Indicator one;
    one.id = model::IndicatorId(TextOf(row, "indicator"));
    one.code = TextOf(row, "code");
    one.label = TextOf(row, "label");
    one.side = WordOf(row, "side", model::IndicatorSide::kLaw);
    one.type = WordOf(row, "type", model::IndicatorType::kChoice);
    one.values = WordsOf(row, "values");
    one.sources = IdsOf<model::SourceId>(row, "sources");
    side.indicators.push_back(std::move(one));
  });
  Each(file, "legal_model", [&](const Json& row) {
    model::LegalModelRule one;
    const auto when = row.find("when");
    if (when == row.end() || !when->is_object()) return;
    for (const auto& condition : when->items()) {
      one.when[Canonical(condition.key())] = WordsOf(*when, condition.key().c_str());
    }
    one.model = TextOf(row, "model");
    one.reason = TextOf(row, "reason");
    side.legal_model.push_back(std::move(one));
  });
  Each(file, "facts", [&](const Json& row) {
    model::ContextFact one;
    one.country = model::CountryCode(TextOf(row, "country"));
    one.area = TextOf(row, "area");
    one.indicator = model::IndicatorId(TextOf(row, "indicator"));
    one.value = TextOf(row, "value");
    one.valid_from = DateOf(row, "valid_from");
    one.valid_to = DateOf(row, "valid_to");
    one.as_of = DateOf(row, "as_of");
    one.citation = TextOf(row, "citation");
    one.sources = IdsOf<model::SourceId>(row, "sources");
    side.facts.push_back(std::move(one));
  });
}

}  // namespace commonground::coding
