// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command edition: what each edition says of itself, one at a time; and which ones were published.

#include "app/editions.h"
#include "app/wire/edition_json.h"
#include "cli/command.h"
#include "cli/noun_parts.h"
#include "cli/study_argument.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

RunPart AddPublished(CLI::App& command) {
  CLI::App* sub = command.add_subcommand("published", "those that left the study, with their hash: it stays as it is");
  sub->fallthrough();
  auto study = AddStudyArgument(*sub);
  return [=](Console& console) -> std::optional<int> {
    if (!sub->parsed()) return std::nullopt;
    return WithStudy(
        console, *study, app::Caller::Owner(), app::Purpose::kPublish, [&](const app::Workspace& workspace) {
          const auto editions = app::ListEditions(workspace);
          if (!editions) return console.Fail(editions.error());
          if (console.json) {
            console.Print(app::wire::ToJson(*editions).dump(2) + "\n");
            return 0;
          }
          Table table({"edition", "made", "forms", "languages"});
          for (const auto& one : *editions) table.Add({one.edition, one.made_at, one.forms, one.languages});
          console.Print(table.empty() ? "Nothing was published yet. commonground report STUDY -o DIR does.\n"
                                      : table.Text(TerminalWidth()));
          return 0;
        });
  };
}

}  // namespace

Run AddEdition(CLI::App& command) {
  command.require_subcommand(1);
  const RunPart one = AddNounParts(command, model::RecordType::kEdition);
  const RunPart published = AddPublished(command);
  return [one, published](Console& console) {
    if (const auto listed = published(console)) return *listed;
    return one(console).value_or(0);
  };
}

}  // namespace commonground::cli
