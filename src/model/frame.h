// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The frame: which case studies a network asks for, by region, and which organisation fills which slot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/fields.h"
#include "model/ids.h"

namespace commonground::model {

struct Region {
  RegionId id;
  std::string label;
  std::vector<std::string> aliases;  // other labels that sources use
  int quota = 0;                     // case studies that the frame asks for
  friend bool operator==(const Region&, const Region&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Region> auto& region) {
  visit.Key("region", region.id);
  visit.Words("label", region.label);
  visit.Words("aliases", region.aliases);
  visit("quota", region.quota);
}

// An invented country of an invented example: a code that ISO 3166-1 leaves to its users (XAA to XZZ and others).
struct InventedCountry {
  CountryCode code;
  std::string name;
  friend bool operator==(const InventedCountry&, const InventedCountry&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<InventedCountry> auto& place) {
  visit.Key("country", place.code);
  visit.Words("name", place.name);
}

// One place in the frame, filled or not.  What is blank is not sourced.
struct Slot {
  SlotId id;
  RegionId region;
  std::optional<CountryCode> country;
  std::optional<OrganisationId> organisation;
  std::vector<SourceId> sources;
  std::string note;
  friend bool operator==(const Slot&, const Slot&) = default;
};
template <typename Visit>
void Fields(Visit& visit, Is<Slot> auto& slot) {
  visit.Key("slot", slot.id);
  visit("region", slot.region);
  visit("country", slot.country);
  visit("organisation", slot.organisation);
  visit("sources", slot.sources);
  visit.Remark("note", slot.note);
}

}  // namespace commonground::model
