// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The rule of data/legal-model.toml, and the indicators that it reads, as tests write them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/study.h"

namespace commonground::context {

inline std::vector<model::LegalModelRule> BuiltInRules() {
  using When = std::map<std::string, std::vector<std::string>>;
  const auto rule = [](When when, std::string model) {
    return model::LegalModelRule{std::move(when), std::move(model), "Because."};
  };
  return {
      rule({{"law_selling", {"not_criminalised"}},
            {"law_buying", {"criminalised"}},
            {"law_third_parties", {"criminalised"}}},
           "end_demand"),
      rule({{"law_selling", {"criminalised"}},
            {"law_buying", {"criminalised"}},
            {"law_third_parties", {"criminalised"}}},
           "fully_criminalised"),
      rule({{"law_selling", {"partly", "administrative_offence"}}}, "partly_criminalised"),
      rule({{"law_selling", {"criminalised"}}}, "partly_criminalised"),
      rule({{"law_selling", {"not_criminalised"}}, {"law_buying", {"partly", "criminalised"}}}, "partly_criminalised"),
      rule({{"law_selling", {"not_criminalised"}},
            {"law_buying", {"not_criminalised"}},
            {"mandatory_health_checks", {"some_areas"}}},
           "mixed_subnational"),
      rule({{"law_selling", {"not_criminalised"}},
            {"law_buying", {"not_criminalised"}},
            {"mandatory_health_checks", {"national"}}},
           "legalised_regulated"),
      rule({{"law_selling", {"not_criminalised"}},
            {"law_buying", {"not_criminalised"}},
            {"law_third_parties", {"partly", "criminalised"}},
            {"mandatory_health_checks", {"none"}}},
           "depenalised"),
      rule({{"law_selling", {"not_criminalised"}},
            {"law_buying", {"not_criminalised"}},
            {"law_third_parties", {"not_criminalised"}},
            {"mandatory_health_checks", {"none"}}},
           "decriminalised"),
  };
}

inline std::vector<model::Indicator> LawIndicators() {
  const auto choice = [](std::string id, std::vector<std::string> values) {
    model::Indicator indicator;
    indicator.id = model::IndicatorId(std::move(id));
    indicator.values = std::move(values);
    return indicator;
  };
  std::vector<model::Indicator> indicators{
      choice("law_selling", {"not_criminalised", "partly", "criminalised", "administrative_offence"}),
      choice("law_buying", {"not_criminalised", "partly", "criminalised"}),
      choice("law_third_parties", {"not_criminalised", "partly", "criminalised"}),
      choice("law_model", {"decriminalised", "legalised_regulated", "depenalised", "end_demand", "partly_criminalised",
                           "fully_criminalised", "mixed_subnational"}),
      choice("mandatory_health_checks", {"none", "some_areas", "national"}),
      choice("enforcement_level", {"not_enforced", "occasional", "routine", "abusive"}),
  };
  indicators[3].type = model::IndicatorType::kDerived;
  indicators[5].side = model::IndicatorSide::kPractice;
  return indicators;
}

}  // namespace commonground::context
