// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Organisations and their places in the frame.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/small_ascii.h"
#include "ingest/folder/checks/checks.h"
#include "ingest/folder/countries.h"

namespace commonground::ingest {

namespace {

constexpr std::string_view kOrganisations = "organisations.csv";
constexpr std::string_view kSlots = "slots.csv";

// As CheckReference, and says which id a label or alias means.
void CheckRegion(const Checked& checked, const std::string& id, const Spot& spot) {
  for (const model::Region& region : checked.study.regions) {
    const bool alias = std::find(region.aliases.begin(), region.aliases.end(), id) != region.aliases.end();
    if (checked.regions.Has(id) || (region.label != id && !alias)) continue;
    spot.Bad(id, "is a region's name, not its id", "write " + region.id.value);
    return;
  }
  if (!checked.regions.readable || id.empty() || checked.regions.Has(id)) return;
  spot.Bad(id, "there is no region of this id",
           "write the id of a [[frame.region]] of study.toml, or add one there with this id");
}

void CheckSlots(const Checked& checked) {
  std::map<std::string, int> taken;  // organisation -> line
  std::map<std::string, const model::Organisation*> organisations;
  for (const model::Organisation& organisation : checked.study.organisations) {
    organisations.emplace(organisation.id.value, &organisation);
  }
  for (std::size_t i = 0; i < checked.study.slots.size(); ++i) {
    const model::Slot& slot = checked.study.slots[i];
    CheckRegion(checked, slot.region.value, checked.Row(kSlots, i, "region"));
    CheckReference(checked.sources, slot.sources, checked.Row(kSlots, i, "source"));
    if (!slot.organisation) continue;
    const Spot spot = checked.Row(kSlots, i, "organisation");
    const std::string& id = slot.organisation->value;
    CheckReference(checked.organisations, id, spot);
    if (const auto [first, is_new] = taken.emplace(id, spot.line); !is_new) {
      spot.Bad(id, fmt::format("has the slot of line {} already", first->second), "give each organisation one slot");
    }
    const auto found = organisations.find(id);
    if (found == organisations.end()) continue;
    const model::Organisation& organisation = *found->second;
    if (slot.country && organisation.country && slot.country != organisation.country &&
        IsCountry(slot.country->value) && IsCountry(organisation.country->value)) {
      checked.Row(kSlots, i, "country")
          .Bad(slot.country->value,
               fmt::format("differs from the organisation's country, {}", organisation.country->value),
               "correct it here or in organisations.csv");
    }
    if (organisation.region && *organisation.region != slot.region && checked.regions.Has(slot.region.value) &&
        checked.regions.Has(organisation.region->value)) {
      checked.Row(kSlots, i, "region")
          .Bad(slot.region.value, fmt::format("differs from the organisation's region, {}", organisation.region->value),
               "correct it here or in organisations.csv");
    }
  }
}

}  // namespace

void CheckOrganisations(const Checked& checked) {
  std::map<std::string, std::size_t> lower;  // id in small letters -> row
  for (std::size_t i = 0; i < checked.study.organisations.size(); ++i) {
    const model::Organisation& organisation = checked.study.organisations[i];
    const std::string& id = organisation.id.value;
    const Spot spot = checked.Row(kOrganisations, i, "id");
    if (id == "study" || IsCountry(id) || IsInventedCountry(id)) {
      spot.Bad(id, id == "study" ? "means the study itself in other tables" : "means a country in other tables",
               "give the organisation another id");
    }
    const auto [first, is_new] = lower.emplace(core::SmallAscii(id), i);
    if (!is_new && checked.study.organisations[first->second].id.value != id) {
      spot.Bad(id,
               fmt::format("differs from the id in line {} only in capital letters",
                           checked.places.Row(kOrganisations, first->second)),
               "give one of the two another id: many computers take both for one folder");
    }
    if (organisation.region) CheckRegion(checked, organisation.region->value, checked.Row(kOrganisations, i, "region"));
    for (const std::string& language : organisation.languages) {
      CheckLanguage(language, checked.Row(kOrganisations, i, "languages"));
    }
  }
  CheckSlots(checked);
}

}  // namespace commonground::ingest
