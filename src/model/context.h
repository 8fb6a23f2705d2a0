// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Facts about countries, the indicators they are about, and the rule that derives a legal model from them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::model {

using core::Date;

struct Indicator {
  IndicatorId id;    // e.g. law_selling
  std::string code;  // e.g. CTX.01
  std::string label;
  IndicatorSide side = IndicatorSide::kLaw;  // law on paper, in practice, ...
  IndicatorType type = IndicatorType::kChoice;
  std::vector<std::string> values;  // allowed values of a choice; "unknown" is always allowed and means not sourced
  std::vector<SourceId> sources;
  std::string note;
  friend bool operator==(const Indicator&, const Indicator&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Indicator> auto& indicator) {
  visit.Key("indicator", indicator.id);
  visit.Words("code", indicator.code);
  visit.Words("label", indicator.label);
  visit("side", indicator.side);
  visit("type", indicator.type);
  visit.Words("values", indicator.values);
  visit("sources", indicator.sources);
  visit.Remark("note", indicator.note);
}

struct ContextFact {
  CountryCode country;
  std::string area;  // sub-national area; empty: the whole country
  IndicatorId indicator;
  std::string value;
  std::optional<Date> valid_from;  // missing: not sourced, taken as open
  std::optional<Date> valid_to;
  std::optional<Date> as_of;
  std::string citation;  // law or survey
  std::vector<SourceId> sources;
  std::string validated_by;
  std::string note;
  FactId id = {};  // empty: IdOf(fact), model/identity.h
  friend bool operator==(const ContextFact&, const ContextFact&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<ContextFact> auto& fact) {
  visit("country", fact.country);
  visit.Words("area", fact.area);
  visit("indicator", fact.indicator);
  visit.Words("value", fact.value);
  visit("valid_from", fact.valid_from);
  visit("valid_to", fact.valid_to);
  visit("as_of", fact.as_of);
  visit.Words("citation", fact.citation);
  visit("sources", fact.sources);
  visit.Remark("validated_by", fact.validated_by);
  visit.Remark("note", fact.note);
  visit.OwnId("id", fact.id);
}

// One line of the rule that derives the legal model; an empty condition matches anything, also "unknown".
struct LegalModelRule {
  std::map<std::string, std::vector<std::string>> when;  // indicator -> values that match
  std::string model;
  std::string reason;
  LegalRuleId id = {};  // empty: IdOf(rule), model/identity.h
  friend bool operator==(const LegalModelRule&, const LegalModelRule&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<LegalModelRule> auto& rule) {
  visit.Words("when", rule.when);
  visit.Words("model", rule.model);
  visit.Words("reason", rule.reason);
  visit.OwnId("id", rule.id);
}

}  // namespace commonground::model
