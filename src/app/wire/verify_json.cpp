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

Json WithChanges(const VerifiedStudy& verified) {
  Json json = ToJson(verified.assessments);
  json["changes"] = Json::array();
  for (const WhatWouldTurn& turn : verified.turns) {
    const model::Assessment& assessment = verified.assessments[turn.assessment];
    Json mixes = Json::array();
    for (const verify::BodyChange& one : turn.changes) {
      mixes.push_back({{"sex_workers_join", one.sex_workers_join},
                       {"sex_workers_leave", one.sex_workers_leave},
                       {"others_join", one.others_join},
                       {"others_leave", one.others_leave}});
    }
    json["changes"].push_back({{"organisation", assessment.organisation.value},
                               {"definition", assessment.definition.value},
                               {"body", assessment.criteria[turn.criterion].body},
                               {"is_met", turn.is_met},
                               {"smallest_changes", std::move(mixes)},
                               {"undisclosed", Number(turn.undisclosed)},
                               {"needed_of_undisclosed", Number(turn.needed_of_them)}});
  }
  return json;
}

}  // namespace commonground::app::wire
