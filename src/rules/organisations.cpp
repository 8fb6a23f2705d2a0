// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Organisations and their places in the frame.
#include <fmt/format.h>

#include <map>

#include "core/small_ascii.h"
#include "rules/checked.h"
#include "rules/countries.h"

namespace commonground::rules {

namespace {

void CheckSlots(const Checked& checked) {
  std::map<std::string, std::size_t> taken;  // organisation -> its slot
  std::map<std::string, const model::Organisation*> organisations;
  for (const model::Organisation& organisation : checked.study.organisations) {
    organisations.emplace(organisation.id.value, &organisation);
  }
  for (std::size_t i = 0; i < checked.study.slots.size(); ++i) {
    const model::Slot& slot = checked.study.slots[i];
    CheckReferences(checked, i, slot);
    if (!slot.organisation) continue;
    const Field field = checked.Of(Kind::kSlot, i, "organisation");
    const std::string& id = slot.organisation->value;
    if (const auto [first, is_new] = taken.emplace(id, i); !is_new) {
      field.Bad(id, "has the slot of {1} already", "give each organisation one slot",
                {checked.Of(Kind::kSlot, first->second, "slot").about()});
    }
    const auto found = organisations.find(id);
    if (found == organisations.end()) continue;
    const model::Organisation& organisation = *found->second;
    if (slot.country && organisation.country && slot.country != organisation.country &&
        IsCountry(slot.country->value) && IsCountry(organisation.country->value)) {
      field.At("country").Bad(slot.country->value,
                              fmt::format("differs from the organisation's country, {}", organisation.country->value),
                              "correct it here or in {1}", {All(Kind::kOrganisation)});
    }
    if (organisation.region && *organisation.region != slot.region && checked.regions.Has(slot.region.value) &&
        checked.regions.Has(organisation.region->value)) {
      field.At("region").Bad(slot.region.value,
                             fmt::format("differs from the organisation's region, {}", organisation.region->value),
                             "correct it here or in {1}", {All(Kind::kOrganisation)});
    }
  }
}

}  // namespace

void CheckOrganisations(const Checked& checked) {
  std::map<std::string, std::size_t> lower;  // id in small letters -> row
  for (std::size_t i = 0; i < checked.study.organisations.size(); ++i) {
    const model::Organisation& organisation = checked.study.organisations[i];
    const std::string& id = organisation.id.value;
    const Field field = checked.Of(Kind::kOrganisation, i, "id");
    if (id == "study" || IsCountry(id) || IsInventedCountry(id)) {
      field.Bad(id, id == "study" ? "means the study itself in other tables" : "means a country in other tables",
                "give the organisation another id");
    }
    const auto [first, is_new] = lower.emplace(core::SmallAscii(id), i);
    if (!is_new && checked.study.organisations[first->second].id.value != id) {
      field.Bad(id, "differs from the id in {1} only in capital letters",
                "give one of the two another id: many computers take both for one folder",
                {checked.Of(Kind::kOrganisation, first->second, "id").about()});
    }
    CheckReferences(checked, i, organisation);
    for (const std::string& language : organisation.languages) CheckLanguage(checked, language, field.At("languages"));
  }
  CheckSlots(checked);
}

}  // namespace commonground::rules
