// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes the state of a study, region by region and slot by slot.

#include "app/wire/status_json.h"

#include <algorithm>

namespace commonground::app::wire {

Json ToJson(const StudyStatus& status) {
  Json body;
  body["slots"] = status.coverage.slots_total;
  body["filled"] = status.coverage.filled;
  body["regions"] = Json::array();
  for (const auto& region : status.coverage.regions) {
    body["regions"].push_back({{"region", region.region.value},
                               {"quota", region.quota},
                               {"filled", region.filled},
                               {"missing", region.missing},
                               {"surplus", region.surplus}});
  }
  body["places"] = Json::array();
  for (const auto& slot : status.coverage.slots) {
    Json place = {{"slot", slot.slot.value}, {"region", slot.region.value}};
    place["country"] = slot.country ? Json(slot.country->value) : Json();
    place["organisation"] = slot.organisation ? Json(slot.organisation->value) : Json();
    place["state"] = app::ReasonOf(slot.state);
    body["places"].push_back(std::move(place));
  }
  body["next_steps"] = status.next_steps;
  return body;
}

}  // namespace commonground::app::wire
