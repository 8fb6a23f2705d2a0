// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command export: a study as a folder.

#include <fmt/format.h>

#include "app/export_study.h"
#include "app/wire/outcome_json.h"
#include "cli/command.h"
#include "cli/into_folder.h"
#include "cli/study_argument.h"

namespace commonground::cli {

Run AddExport(CLI::App& command) {
  auto study = AddStudyArgument(command);
  auto folder = std::make_shared<std::string>();
  auto raw = std::make_shared<bool>(false);
  command.add_option("-o,--output", *folder, "the folder to write")->required()->type_name("FOLDER");
  command.add_flag("--raw", *raw,
                   "cells as they are; without it, cells that a spreadsheet would run as formulas begin with '");
  auto workbook = std::make_shared<bool>(false);
  command.add_flag("--workbook", *workbook, "the tables as sheets of one workbook (study.xlsx), instead of CSV files");
  return [=](Console& session) {
    return WithStudy(session, *study, app::Caller::Owner(), app::Purpose::kKeep, [&](const app::Workspace& workspace) {
      const app::ExportOptions options{*raw ? ingest::CsvStyle::kRaw : ingest::CsvStyle::kSpreadsheetSafe, *workbook};
      const core::Status done = IntoFolder(*folder, ".common-ground-export", [&](core::FileSink& out) {
        return app::ExportStudy(workspace, options, out, session.progress());
      });
      if (!done) return session.Fail(done.error());
      if (session.json) {
        session.Print(app::wire::Json{{"folder", *folder}}.dump(2) + "\n");
      } else {
        session.Say(fmt::format("Exported to {}. It holds everything, also what is private: keep it safe.\n", *folder));
      }
      return 0;
    });
  };
}

}  // namespace commonground::cli
