// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The states are ordered, so that the flow is a count of how far each organisation came.

#include "compare/coverage.h"

#include <algorithm>
#include <array>
#include <set>

namespace commonground::compare {

namespace {

using model::OrganisationId;
using model::SlotState;
using model::Verdict;

SlotState StateOf(const OrganisationId& organisation, const std::map<OrganisationId, Verdict>& verdicts,
                  const std::map<OrganisationId, CaseFlags>& flags) {
  const auto found = flags.find(organisation);
  const CaseFlags flag = found == flags.end() ? CaseFlags{} : found->second;
  if (!flag.has_document) return SlotState::kNoDocument;
  if (!flag.has_consent) return SlotState::kNoConsent;
  if (flag.under_embargo) return SlotState::kUnderEmbargo;
  const auto verdict = verdicts.find(organisation);
  const bool verified =
      verdict != verdicts.end() && (verdict->second == Verdict::kMeets || verdict->second == Verdict::kReported);
  return verified ? SlotState::kFilled : SlotState::kNotVerified;
}

// How many gates of the flow a state has passed: organisation, document, consent, embargo, verified.
int GatesPassed(SlotState state) {
  switch (state) {
    case SlotState::kNoOrganisation:
      return 0;
    case SlotState::kNoDocument:
      return 1;
    case SlotState::kNoConsent:
      return 2;
    case SlotState::kUnderEmbargo:
      return 3;
    case SlotState::kNotVerified:
      return 4;
    case SlotState::kFilled:
      return 5;
  }
  return 0;
}

std::vector<model::SlotCoverage> ListSlots(const model::Study& study) {
  std::map<OrganisationId, const model::Organisation*> organisations;
  for (const auto& organisation : study.organisations) organisations[organisation.id] = &organisation;
  std::vector<model::SlotCoverage> slots;
  std::set<OrganisationId> placed;
  for (const auto& slot : study.slots) {
    model::SlotCoverage row{slot.id, slot.region, slot.country, slot.organisation, SlotState::kNoOrganisation};
    if (slot.organisation) {
      placed.insert(*slot.organisation);
      const auto found = organisations.find(*slot.organisation);
      if (!row.country && found != organisations.end()) row.country = found->second->country;
    }
    slots.push_back(std::move(row));
  }
  for (const auto& organisation : study.organisations) {
    if (!organisation.region || placed.contains(organisation.id)) continue;
    slots.push_back({{}, *organisation.region, organisation.country, organisation.id, SlotState::kNoOrganisation});
  }
  return slots;
}

}  // namespace

model::Coverage Cover(const model::Study& study, const std::map<OrganisationId, Verdict>& verdicts,
                      const std::map<OrganisationId, CaseFlags>& flags) {
  constexpr std::array kGates{"organisation_known", "document", "consent_to_analyse", "not_under_embargo",
                              "verified_or_attested"};
  model::Coverage coverage;
  coverage.slots = ListSlots(study);
  std::map<model::RegionId, int> filled;
  std::map<model::RegionId, int> listed;
  std::set<OrganisationId> counted;
  std::array<int, kGates.size()> passed{};
  int in_comparison = 0;
  for (const auto& slot : study.slots) ++listed[slot.region];
  for (auto& slot : coverage.slots) {
    if (!slot.organisation) continue;
    slot.state = StateOf(*slot.organisation, verdicts, flags);
    if (!counted.insert(*slot.organisation).second) continue;
    if (slot.state == SlotState::kFilled) {
      ++filled[slot.region];
      ++coverage.filled;
    }
    for (std::size_t gate = 0; gate < static_cast<std::size_t>(GatesPassed(slot.state)); ++gate) ++passed[gate];
    const auto flag = flags.find(*slot.organisation);
    if (flag != flags.end() && flag->second.in_comparison) ++in_comparison;
  }
  for (const auto& region : study.regions) {
    model::RegionCoverage row;
    row.region = region.id;
    row.quota = region.quota;
    row.filled = filled[region.id];
    row.missing = std::max(0, row.quota - row.filled);
    row.surplus = std::max(0, row.filled - row.quota);
    row.without_slot = std::max(0, row.quota - listed[region.id]);
    coverage.slots_total += region.quota;
    coverage.regions.push_back(std::move(row));
  }
  coverage.flow.emplace_back("slots", coverage.slots_total);
  for (std::size_t gate = 0; gate < kGates.size(); ++gate) coverage.flow.emplace_back(kGates[gate], passed[gate]);
  coverage.flow.emplace_back("in_comparison", in_comparison);
  return coverage;
}

}  // namespace commonground::compare
