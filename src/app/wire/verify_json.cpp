// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes verdicts with the headroom and shortfall of each criterion.

#include "app/wire/verify_json.h"

namespace commonground::app::wire {

namespace {

Json Number(const std::optional<std::int64_t>& number) {
  return number ? Json(*number) : Json();
}

}  // namespace

Json ToJson(const std::vector<model::Assessment>& assessments) {
  Json list = Json::array();
  for (const auto& assessment : assessments) {
    Json criteria = Json::array();
    for (const auto& criterion : assessment.criteria) {
      criteria.push_back({{"body", criterion.body},
                          {"verdict", model::Word(criterion.verdict)},
                          {"headroom", Number(criterion.headroom)},
                          {"shortfall", Number(criterion.shortfall)}});
    }
    list.push_back({{"organisation", assessment.organisation.value},
                    {"definition", assessment.definition.value},
                    {"verdict", model::Word(assessment.verdict)},
                    {"criteria", std::move(criteria)}});
  }
  return {{"assessments", std::move(list)}};
}

}  // namespace commonground::app::wire
