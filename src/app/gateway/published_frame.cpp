// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A region lists: its slots of which something may be told; organisations that appear and hold none of these, those
// that may not be named last; and empty places until there are as many as were listed.  So a slot that somebody holds
// who may not be named looks like one that nobody holds, and nobody sees which one it is.

#include "app/gateway/published_frame.h"

#include <algorithm>

namespace commonground::app {

using model::OrganisationId;
using model::PublishedPlace;
using model::RegionId;

std::map<RegionId, int> PlacesListed(const model::Study& study) {
  std::map<RegionId, int> listed;
  for (const auto& slot : study.slots) ++listed[slot.region];
  return listed;
}

model::PublishedFrame FrameOf(const model::Study& redacted, const std::map<OrganisationId, bool>& named,
                              const std::map<RegionId, int>& listed, const std::map<RegionId, int>& counted_only) {
  std::set<OrganisationId> in_edition;
  for (const auto& one : redacted.cases) in_edition.insert(one.organisation);
  std::map<OrganisationId, const model::Organisation*> organisations;
  for (const auto& organisation : redacted.organisations) organisations[organisation.id] = &organisation;
  std::set<OrganisationId> with_slot;
  for (const auto& slot : redacted.slots) {
    if (slot.organisation) with_slot.insert(*slot.organisation);
  }

  model::PublishedFrame frame;
  frame.cases = static_cast<int>(redacted.cases.size());
  for (const auto& region : redacted.regions) {
    const auto counted = counted_only.find(region.id);
    const int more = counted == counted_only.end() ? 0 : counted->second;
    model::PublishedRegion row{region.id, region.quota, more, more};
    int places = more;  // of those listed: as with others that may not be named
    for (const auto& slot : redacted.slots) {
      if (slot.region != region.id) continue;
      PublishedPlace place{slot.id, slot.region, slot.country, slot.organisation, false};
      if (slot.organisation) {
        place.in_edition = in_edition.contains(*slot.organisation);
        if (!place.country) place.country = organisations.at(*slot.organisation)->country;
      }
      frame.places.push_back(std::move(place));
      ++places;
    }
    for (const auto& organisation : redacted.organisations) {
      if (organisation.region != region.id) continue;
      const bool here = in_edition.contains(organisation.id);
      row.cases += here ? 1 : 0;
      if (with_slot.contains(organisation.id)) continue;
      frame.places.push_back({{}, region.id, organisation.country, organisation.id, here});
      // Whether one that may not be named holds a slot is not told: it counts as if it did.
      places += named.at(organisation.id) ? 0 : 1;
    }
    const auto found = listed.find(region.id);
    for (; found != listed.end() && places < found->second; ++places) frame.places.push_back({{}, region.id, {}, {}});
    frame.asked += row.asked;
    frame.regions.push_back(std::move(row));
  }
  return frame;
}

}  // namespace commonground::app
