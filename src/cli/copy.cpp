// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command copy: a study between a file and a database.

#include "app/copy_study.h"

#include <fmt/format.h>

#include "app/wire/outcome_json.h"
#include "cli/command.h"

namespace commonground::cli {

Run AddCopy(CLI::App& command) {
  auto from = std::make_shared<std::string>();
  auto to = std::make_shared<std::string>();
  auto replace = std::make_shared<bool>(false);
  command.add_option("FROM", *from, "a study file, or postgresql://HOST/DATABASE#STUDY")->required();
  command.add_option("TO", *to, "the same; made if it is not there")->required();
  command.add_flag("--replace", *replace, "overwrite another study that is there");
  return [=](Console& session) {
    const auto copied =
        app::CopyStudy(*from, *to, *replace ? app::OnExisting::kReplace : app::OnExisting::kRefuse, session.progress());
    if (!copied) return session.Fail(copied.error());
    std::int64_t rows = 0;
    for (const auto& table : copied->saved.tables) rows += table.added + table.changed + table.unchanged;
    if (session.json) {
      session.Print(app::wire::ToJson(*from, *to, *copied).dump(2) + "\n");
    } else if (!copied->saved.changed) {
      session.Say(fmt::format("Nothing changed: {} holds this study already.\n", *to));
    } else {
      session.Say(
          fmt::format("Copied {} rows and {} originals to {}. Both export the same.\n", rows, copied->originals, *to));
    }
    return 0;
  };
}

}  // namespace commonground::cli
