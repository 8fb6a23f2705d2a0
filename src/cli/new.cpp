// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command new: a folder to start from.

#include <fmt/format.h>

#include "app/encrypt_study.h"
#include "app/new_study.h"
#include "cli/command.h"
#include "cli/passphrase.h"

namespace commonground::cli {

Run AddNew(CLI::App& command) {
  auto folder = std::make_shared<std::string>();
  auto options = std::make_shared<app::NewStudyOptions>();
  options->title = "A new study";
  command.add_option("FOLDER", *folder, "the folder to create; with --encrypted, a study file")->required();
  command.add_option("--title", options->title, "the study's title");
  command.add_option("--language", options->language, "language of the help and of the report: en, fr, es, ru, zh")
      ->capture_default_str();
  command.add_flag("--workbook", options->workbook,
                   "one workbook (study.xlsx) with a sheet for each table, instead of CSV files");
  auto encrypted = std::make_shared<bool>(false);
  command.add_flag("--encrypted", *encrypted,
                   "an encrypted study file instead of a folder; filled in the browser, or by import");
  return [=](Console& session) {
    if (*encrypted) {
      const auto passphrase = AskPassphrase(session.study_passphrase_file, "New passphrase (at least 12 characters)",
                                            Asking::kTwice, kStudyPassphraseFile);
      if (!passphrase) return session.Fail(passphrase.error());
      const core::Status made = app::NewEncryptedStudy(*folder, *options, passphrase->text(), session.progress());
      if (!made) return session.Fail(made.error());
      session.Say(
          fmt::format("Created {}, which opens with its passphrase only; nobody can help who loses it. Next: "
                      "commonground serve {}\n",
                      *folder, *folder));
      return 0;
    }
    const core::Status made = app::NewStudy(*folder, *options, session.progress());
    if (!made) return session.Fail(made.error());
    session.Say(fmt::format("Created {}. Next: fill in {}, then run commonground status {}\n", *folder,
                            options->workbook ? "study.xlsx" : "its tables", *folder));
    return 0;
  };
}

}  // namespace commonground::cli
