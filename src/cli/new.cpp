// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

#include <fmt/format.h>

#include "app/new_study.h"
#include "cli/command.h"

namespace commonground::cli {

Run AddNew(CLI::App& command) {
  auto folder = std::make_shared<std::string>();
  auto title = std::make_shared<std::string>("A new study");
  command.add_option("FOLDER", *folder, "the folder to make")->required();
  command.add_option("--title", *title, "the study's title");
  return [=](Session& session) {
    const core::Status made = app::NewStudy(*folder, *title, session.progress());
    if (!made) return session.Fail(made.error());
    session.Say(fmt::format("Made {}. Next: fill its tables, then  commonground status {}\n", *folder, *folder));
    return 0;
  };
}

}  // namespace commonground::cli
