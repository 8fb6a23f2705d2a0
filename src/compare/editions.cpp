// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Sets two publications side by side.
#include "compare/editions.h"

#include <map>

namespace commonground::compare {

namespace {

using model::Publication;

int PassagesOf(const Publication& one) {
  int passages = 0;
  for (const auto& material : one.comparison.material) passages += material.passages;
  return passages;
}

int RegionsOf(const Publication& one) {
  int regions = 0;
  for (const auto& group : one.comparison.groupings.front().groups) regions += group.cases > 0 ? 1 : 0;
  return regions;
}

struct Classed {
  model::PrevalenceClass prevalence = model::PrevalenceClass::kAbsent;
  model::CodeKind kind = model::CodeKind::kOther;
};

// A heading at the top has nearly every case: its class says nothing.
std::map<model::CodeId, Classed> ClassesOf(const Publication& one) {
  std::map<model::CodeId, Classed> classes;
  const auto& snapshot = one.snapshot;
  const auto& rows = one.comparison.groupings.front().rows;
  for (std::size_t code = 0; code < rows.size(); ++code) {
    const model::CodeKind kind = snapshot.kinds[code];
    const bool counts = kind == model::CodeKind::kPractice || kind == model::CodeKind::kBarrier;
    if (counts && snapshot.parent[code] >= 0) classes[snapshot.codes[code]] = {rows[code].prevalence, kind};
  }
  return classes;
}

std::map<std::pair<model::CountryCode, model::IndicatorId>, std::string> LawOf(const Publication& one) {
  std::map<std::pair<model::CountryCode, model::IndicatorId>, std::string> law;
  for (const auto& country : one.context.countries) {
    for (const auto& value : country.indicators) law[{country.country, value.indicator}] = value.value;
  }
  return law;
}

}  // namespace

model::EditionChange CompareEditions(const Publication& before, const Publication& now) {
  model::EditionChange change;
  change.cases_before = static_cast<int>(before.comparison.cases.size());
  change.cases_now = static_cast<int>(now.comparison.cases.size());
  change.passages_before = PassagesOf(before);
  change.passages_now = PassagesOf(now);
  change.regions_before = RegionsOf(before);
  change.regions_now = RegionsOf(now);
  change.regions = static_cast<int>(now.comparison.groupings.front().groups.size());
  const auto& old_rule = before.study.settings;
  const auto& new_rule = now.study.settings;
  change.rule_changed = old_rule.common_ground_share != new_rule.common_ground_share ||
                        old_rule.most_regions_share != new_rule.most_regions_share;
  const auto classes = ClassesOf(before);
  const auto classes_now = ClassesOf(now);
  for (const model::CodeId& code : now.snapshot.codes) {
    const auto old = classes.find(code);
    const auto found = classes_now.find(code);
    if (old == classes.end() || found == classes_now.end()) continue;
    if (old->second.prevalence == found->second.prevalence) {
      ++change.kept;
    } else {
      change.classes.push_back({code, old->second.prevalence, found->second.prevalence});
    }
  }
  const auto law = LawOf(before);
  for (const auto& country : now.context.countries) {
    for (const auto& value : country.indicators) {
      const auto old = law.find({country.country, value.indicator});
      if (old == law.end() || old->second == value.value) continue;
      change.laws.push_back({country.country, value.indicator, old->second, value.value});
    }
  }
  return change;
}

}  // namespace commonground::compare
