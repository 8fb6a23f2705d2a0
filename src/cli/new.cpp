// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command new: a folder to start from.

#include <fmt/format.h>

#include "app/new_study.h"
#include "cli/command.h"

namespace commonground::cli {

Run AddNew(CLI::App& command) {
  auto folder = std::make_shared<std::string>();
  auto options = std::make_shared<app::NewStudyOptions>();
  options->title = "A new study";
  command.add_option("FOLDER", *folder, "the folder to create")->required();
  command.add_option("--title", options->title, "the study's title");
  command.add_option("--language", options->language, "language of the help and of the report: en, fr, es, ru, zh")
      ->capture_default_str();
  command.add_flag("--workbook", options->workbook,
                   "one workbook (study.xlsx) with a sheet for each table, instead of CSV files");
  return [=](Console& session) {
    const core::Status made = app::NewStudy(*folder, *options, session.progress());
    if (!made) return session.Fail(made.error());
    session.Say(fmt::format("Created {}. Next: fill in {}, then run commonground status {}\n", *folder,
                            options->workbook ? "study.xlsx" : "its tables", *folder));
    return 0;
  };
}

}  // namespace commonground::cli
