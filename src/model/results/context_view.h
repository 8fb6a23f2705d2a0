// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What context finds: every indicator of every country on one day, with the facts behind it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/study.h"

namespace commonground::model {

enum class ContextState {
  kSourced,    // one value
  kDisputed,   // sources differ: all values stay
  kNotSourced  // nothing known: "unknown"
};

struct IndicatorValue {
  IndicatorId indicator;
  ContextState state = ContextState::kNotSourced;
  std::string value;               // the one value; "unknown"; "disputed"
  std::vector<std::size_t> facts;  // indices into Study::contexts that hold on the day, in file order
};

// Why a country has its legal model.  Everything empty: not derived.
struct LegalModelReason {
  std::string words = {};  // the rule's, or the derivation's; empty if one of the next two has something
  std::vector<IndicatorId> not_sourced = {};  // the model depends on them
  std::vector<IndicatorId> disputed = {};     // sources differ on them, and the model depends on them
  std::string area = {};                      // the part of the country in which it is so; empty: the country
};

// "Not sourced, and the model depends on it: law_buying."  Indicators by their ids.
std::string InEnglish(const LegalModelReason& reason);

struct CountryContext {
  CountryCode country;
  std::vector<IndicatorValue> indicators;  // in the order of Study::indicators; derived ones too
  std::string legal_model = "unknown";     // derived; "unknown" when what the rule needs is not sourced
  LegalModelReason legal_model_reason;
};

// Statements about one subject and one property.
struct StatementGroup {
  std::string subject;
  std::string property;
  bool disputed = false;                // two sources give different values for a property that has one
  std::vector<std::size_t> statements;  // indices into Study::statements, in file order
};

struct ContextView {
  Date on;
  std::vector<CountryContext> countries;   // sorted by code; every country of the study
  std::vector<StatementGroup> statements;  // in order of first appearance
};

}  // namespace commonground::model
