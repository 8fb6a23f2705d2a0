// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Derives the legal model of one place from what is known of its law.  docs/methods/context.md, section "Legal model".
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/results/context_view.h"
#include "model/study.h"

namespace commonground::context {

// What is known of one input: one value (sourced), several (disputed), or none (not sourced).
using KnownValues = std::vector<std::string>;

struct LegalModel {
  std::string model;  // a rule's model; "unknown" or "disputed" when the inputs leave several open
  model::LegalModelReason reason;
};

// The rules as a function of their inputs.  Rules are tried in order; an indicator that a rule does not name matches
// anything.
//
// An input that is not sourced could have any of its allowed values, a disputed one any of those that sources give. The
// model is told if all combinations lead to the same one.  Else it is "disputed" when only disputed inputs stand in the
// way, and "unknown" when something that is not sourced does.
class LegalModelRules {
 public:
  // `indicators` give the allowed values; for one that is not listed, the values that the rules name and one more.
  LegalModelRules(std::span<const model::LegalModelRule> rules, std::span<const model::Indicator> indicators);

  // Indicators that the rules name, in alphabetical order.
  const std::vector<std::string>& inputs() const { return inputs_; }

  // `known`: by indicator; a missing entry is not sourced.  Cost: O(rules x combinations), at most kMaxCombinations of
  // them, past which the answer is "unknown".  Threads: any number.
  LegalModel Derive(const std::map<std::string, KnownValues>& known) const;

  static constexpr std::size_t kMaxCombinations = 100'000;

 private:
  const model::LegalModelRule* FirstMatch(const std::vector<const std::string*>& values) const;

  std::vector<model::LegalModelRule> rules_;
  std::vector<std::string> inputs_;
  std::vector<std::vector<std::string>> allowed_;  // by input
};

}  // namespace commonground::context
