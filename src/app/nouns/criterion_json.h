// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A criterion in the words of definitions/ID.toml, for cells and for JSON.  For app alone.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "model/leadership.h"

namespace commonground::app {

constexpr std::string_view ComparisonSign(model::Comparator comparison) {
  return comparison == model::Comparator::kMoreThan ? ">" : ">=";
}
constexpr std::string_view WhenEmptyWord(model::EmptyBody when_empty) {
  return when_empty == model::EmptyBody::kNotApplicable ? "not-applicable" : "undetermined";
}
// What a body without members is where nothing is said of it, as the reader of a definition's file has it.
constexpr model::EmptyBody WhenEmptyUnsaid(std::string_view body) {
  return body == "paid_staff" ? model::EmptyBody::kNotApplicable : model::EmptyBody::kUndetermined;
}

// {"body", "share", "comparison", "when_empty"}
inline nlohmann::ordered_json CriterionToJson(const model::Criterion& criterion) {
  return {{"body", criterion.body},
          {"share", criterion.share.Text()},
          {"comparison", ComparisonSign(criterion.comparison)},
          {"when_empty", WhenEmptyWord(criterion.when_empty)}};
}

}  // namespace commonground::app
