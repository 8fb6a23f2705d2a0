// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/open_study.h"
#include "cli/command.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

void PrintOutcome(const Session& session, const app::ImportOutcome& outcome) {
  if (session.json) {
    nlohmann::ordered_json tables = nlohmann::ordered_json::array();
    for (const auto& table : outcome.saved.tables) {
      tables.push_back({{"table", table.table},
                        {"added", table.added},
                        {"removed", table.removed},
                        {"changed", table.changed},
                        {"unchanged", table.unchanged}});
    }
    session.Print(
        nlohmann::ordered_json{{"file", outcome.file.string()}, {"changed", !outcome.unchanged}, {"tables", tables}}
            .dump(2) +
        "\n");
    return;
  }
  if (outcome.unchanged) {
    session.Say(fmt::format("Nothing changed: {} holds this folder already.\n", outcome.file.string()));
    return;
  }
  Table table({"table", "added", "changed", "removed", "as before"});
  for (const auto& change : outcome.saved.tables) {
    if (change.added + change.changed + change.removed + change.unchanged == 0) continue;
    table.Add({change.table, std::to_string(change.added), std::to_string(change.changed),
               std::to_string(change.removed), std::to_string(change.unchanged)});
  }
  session.Say(table.Text(TerminalWidth()) + fmt::format("Imported into {}.\n", outcome.file.string()));
}

}  // namespace

Run AddImport(CLI::App& command) {
  auto folder = std::make_shared<std::string>();
  auto file = std::make_shared<std::string>();
  command.add_option("FOLDER", *folder, "the study folder to read")->required();
  command.add_option("-o,--output", *file, "the study file; FOLDER.cg if not given")->type_name("FILE");
  return [=](Session& session) {
    const std::filesystem::path into = file->empty() ? app::FileBeside(*folder) : std::filesystem::path(*file);
    const auto outcome = app::ImportFolder(*folder, into, session.progress());
    if (!outcome) return session.Fail(outcome.error());
    if (outcome->refused) {
      return session.Refuse(outcome->problems, "Nothing was imported; the study is as it was.");
    }
    session.Note(outcome->problems);
    PrintOutcome(session, *outcome);
    return 0;
  };
}

}  // namespace commonground::cli
