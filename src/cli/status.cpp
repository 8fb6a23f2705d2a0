// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command status: what is there, what is missing, what to do next.

#include <fmt/format.h>

#include "app/status_study.h"
#include "app/wire/status_json.h"
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

}  // namespace

Run AddStatus(CLI::App& command) {
  auto study_path = AddStudyArgument(command);
  return [=](Console& session) {
    return WithStudy(session, *study_path, [&](const app::Workspace& workspace) {
      const auto status = app::StatusStudy(workspace);
      if (!status) return session.Fail(status.error());
      session.Print(session.json ? app::wire::ToJson(*status).dump(2) + "\n" : TextOf(*status));
      return 0;
    });
  };
}

}  // namespace commonground::cli
