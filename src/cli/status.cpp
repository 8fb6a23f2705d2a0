// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command status: what is there, what is missing, what to do next.

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/status_study.h"
#include "cli/command.h"
#include "cli/study_argument.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

std::string TextOf(const app::StudyStatus& status) {
  Table regions({"region", "asked for", "filled", "missing", "surplus"});
  for (const auto& region : status.coverage.regions) {
    const auto found = std::ranges::find(status.regions, region.region, &model::Region::id);
    regions.Add({found == status.regions.end() ? region.region.value : found->label, std::to_string(region.quota),
                 std::to_string(region.filled), std::to_string(region.missing), std::to_string(region.surplus)});
  }
  Table slots({"slot", "region", "country", "organisation", "state"});
  for (const auto& slot : status.coverage.slots) {
    slots.Add({slot.slot.empty() ? "(none)" : slot.slot.value, slot.region.value,
               slot.country ? slot.country->value : "not sourced",
               slot.organisation ? slot.organisation->value : "not sourced", std::string(app::ReasonOf(slot.state))});
  }
  std::string text = status.title + "\n" + app::SummaryOf(status.coverage) + "\n\n" + regions.Text(TerminalWidth());
  if (!slots.empty()) text += "\n" + slots.Text(TerminalWidth());
  text += "\nNext steps\n";
  for (const std::string& step : status.next_steps) text += "- " + step + "\n";
  return text;
}

nlohmann::ordered_json JsonOf(const app::StudyStatus& status) {
  nlohmann::ordered_json body;
  body["slots"] = status.coverage.slots_total;
  body["filled"] = status.coverage.filled;
  body["regions"] = nlohmann::ordered_json::array();
  for (const auto& region : status.coverage.regions) {
    body["regions"].push_back({{"region", region.region.value},
                               {"quota", region.quota},
                               {"filled", region.filled},
                               {"missing", region.missing},
                               {"surplus", region.surplus}});
  }
  body["places"] = nlohmann::ordered_json::array();
  for (const auto& slot : status.coverage.slots) {
    nlohmann::ordered_json place = {{"slot", slot.slot.value}, {"region", slot.region.value}};
    place["country"] = slot.country ? nlohmann::ordered_json(slot.country->value) : nlohmann::ordered_json();
    place["organisation"] =
        slot.organisation ? nlohmann::ordered_json(slot.organisation->value) : nlohmann::ordered_json();
    place["state"] = app::ReasonOf(slot.state);
    body["places"].push_back(std::move(place));
  }
  body["next_steps"] = status.next_steps;
  return body;
}

}  // namespace

Run AddStatus(CLI::App& command) {
  auto study_path = AddStudyArgument(command);
  return [=](Console& session) {
    return WithStudy(session, *study_path, [&](const app::Workspace& workspace) {
      const auto status = app::StatusStudy(workspace);
      if (!status) return session.Fail(status.error());
      session.Print(session.json ? JsonOf(*status).dump(2) + "\n" : TextOf(*status));
      return 0;
    });
  };
}

}  // namespace commonground::cli
