// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command settings: what a study says of itself.

#include "app/settings_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/wire/noun_json.h"
#include "cli/command.h"
#include "cli/editing.h"
#include "cli/noun_parts.h"
#include "cli/study_argument.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

constexpr int kWidest = 100;

using Run = std::function<int(Console&)>;

Run AddShow(CLI::App& command) {
  auto study = AddStudyArgument(command);
  return [study](Console& console) {
    return WithStudy(console, *study, [&](const app::Workspace& workspace) {
      const auto shown = app::ShowSettings(workspace);
      if (!shown) return console.Fail(shown.error());
      if (console.json) {
        nlohmann::ordered_json json{{"version", shown->version}};
        for (const auto& [name, value] : shown->cells) json[name] = value;
        console.Print(json.dump(2) + "\n");
        return 0;
      }
      Table table({"field", "value"});
      for (const auto& [name, value] : shown->cells) table.Add({name, value});
      table.Add({"version", shown->version});
      console.Print(table.Text(std::min(TerminalWidth(), kWidest)));
      return 0;
    });
  };
}

Run AddSet(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto fields = std::make_shared<std::vector<std::string>>();
  command.add_option("FIELDS", *fields, "such as title='What works'; FIELD= makes it what it is in a new study")
      ->required()
      ->type_name("FIELD=VALUE");
  auto seen = AddSeen(command);
  auto who = AddWho(command);
  std::string footer = "Fields (docs/file-formats.md says what each means):";
  for (const auto& field : app::SettingsFieldNames()) {
    footer += "\n  " + field.name + (field.is_needed ? " (needed)" : "");
    if (!field.words.empty()) footer += ": " + field.words;
  }
  command.footer(footer);
  return [=](Console& console) {
    const auto values = ReadFields(*fields);
    if (!values) return console.Fail(values.error());
    return Acting(console, *study, *who, [&](const app::Workspace& workspace) {
      const auto done = app::SetSettings(workspace, *seen, *values);
      if (!done) return console.Fail(done.error());
      if (console.json) {
        console.Print(app::wire::NounEditToJson(*done).dump(2) + "\n");
      } else if (done->act == 0) {
        console.Say("It is so already; nothing was changed.\n");
      } else {
        console.Say(fmt::format("Changed the settings. Undo: commonground code undo {}\n", *study));
      }
      return 0;
    });
  };
}

constexpr Part kParts[] = {{"show", "what they are", AddShow}, {"set", "change some of them", AddSet}};

}  // namespace

Run AddSettings(CLI::App& command) {
  command.require_subcommand(1);
  return AddParts(command, kParts);
}

}  // namespace commonground::cli
