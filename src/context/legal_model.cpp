// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Example: selling not_criminalised, buying partly, third parties not sourced.  Whatever the third parties' law is, the
// rules say partly_criminalised, so the model is known.  Were buying criminalised, third parties would decide between
// end_demand and partly_criminalised, so it is not.

#include "context/legal_model.h"

#include <algorithm>
#include <set>

namespace commonground::context {

namespace {
constexpr std::string_view kUnknown = "unknown";
constexpr std::string_view kDisputed = "disputed";
}  // namespace

LegalModelRules::LegalModelRules(std::span<const model::LegalModelRule> rules,
                                 std::span<const model::Indicator> indicators)
    : rules_(rules.begin(), rules.end()) {
  std::map<std::string, std::set<std::string>> named;
  for (const auto& rule : rules_) {
    for (const auto& [indicator, values] : rule.when) {
      if (!values.empty()) named[indicator].insert(values.begin(), values.end());
    }
  }
  for (const auto& [input, values] : named) {
    inputs_.push_back(input);
    const auto indicator = std::ranges::find(indicators, inputs_.back(), [](const auto& i) { return i.id.value; });
    if (indicator != indicators.end() && !indicator->values.empty()) {
      allowed_.push_back(indicator->values);
    } else {
      allowed_.emplace_back(values.begin(), values.end());
      allowed_.back().emplace_back();  // some value that no rule names
    }
    std::erase(allowed_.back(), kUnknown);
    if (allowed_.back().empty()) allowed_.back().emplace_back();
  }
}

const model::LegalModelRule* LegalModelRules::FirstMatch(const std::vector<const std::string*>& values) const {
  for (const auto& rule : rules_) {
    const bool matches = std::ranges::all_of(rule.when, [&](const auto& condition) {
      const auto& [indicator, wanted] = condition;
      if (wanted.empty()) return true;
      const auto input = std::ranges::lower_bound(inputs_, indicator) - inputs_.begin();
      return std::ranges::find(wanted, *values[static_cast<std::size_t>(input)]) != wanted.end();
    });
    if (matches) return &rule;
  }
  return nullptr;
}

LegalModel LegalModelRules::Derive(const std::map<std::string, KnownValues>& known) const {
  const std::size_t n = inputs_.size();
  std::vector<const std::vector<std::string>*> choices(n);
  std::vector<bool> sourced(n, true);
  std::size_t combinations = 1;
  for (std::size_t i = 0; i < n; ++i) {
    const auto found = known.find(inputs_[i]);
    sourced[i] = found != known.end() && !found->second.empty();
    choices[i] = sourced[i] ? &found->second : &allowed_[i];
    combinations *= choices[i]->size();
    if (combinations > kMaxCombinations) {
      return {std::string(kUnknown), {"Too much is not sourced to tell the legal model."}};
    }
  }

  // Every combination in mixed radix: input i changes every stride[i] steps.
  std::vector<std::size_t> stride(n);
  std::size_t step = 1;
  for (std::size_t i = 0; i < n; ++i) {
    stride[i] = step;
    step *= choices[i]->size();
  }
  std::vector<const model::LegalModelRule*> answer(combinations);
  std::vector<const std::string*> values(n);
  for (std::size_t c = 0; c < combinations; ++c) {
    for (std::size_t i = 0; i < n; ++i) values[i] = &(*choices[i])[c / stride[i] % choices[i]->size()];
    answer[c] = FirstMatch(values);
  }
  const auto model_of = [&](std::size_t c) {
    return answer[c] == nullptr ? kUnknown : std::string_view(answer[c]->model);
  };

  bool same = true;
  for (std::size_t c = 1; c < combinations; ++c) same = same && model_of(c) == model_of(0);
  if (same) {
    // Several rules may lead to the model; the words are those of the first in the list.
    const model::LegalModelRule* first = nullptr;
    for (const auto* rule : answer) {
      if (rule != nullptr && (first == nullptr || rule < first)) first = rule;
    }
    if (first == nullptr) return {std::string(kUnknown), {"No rule covers this combination of laws."}};
    return {first->model, {first->reason}};
  }

  std::vector<model::IndicatorId> missing;
  std::vector<model::IndicatorId> disputed;
  for (std::size_t i = 0; i < n; ++i) {
    bool matters = false;
    for (std::size_t c = 0; c < combinations && !matters; ++c) {
      const std::size_t digit = c / stride[i] % choices[i]->size();
      matters = digit > 0 && model_of(c) != model_of(c - stride[i]);
    }
    if (matters) (sourced[i] ? disputed : missing).emplace_back(inputs_[i]);
  }
  const std::string_view state = missing.empty() ? kDisputed : kUnknown;
  return {std::string(state), {"", std::move(missing), std::move(disputed)}};
}

}  // namespace commonground::context
