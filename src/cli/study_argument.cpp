// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Opens the study that a person named, importing a folder first.

#include "cli/study_argument.h"

namespace commonground::cli {

std::shared_ptr<std::string> AddStudyArgument(CLI::App& command) {
  auto path = std::make_shared<std::string>();
  command
      .add_option("STUDY", *path,
                  "a study file (.cg), postgresql://HOST/DATABASE#STUDY, or a study folder, which is imported into "
                  "FOLDER.cg first")
      ->required();
  return path;
}

int WithStudy(Console& session, const std::string& path, app::Caller caller, app::Purpose purpose,
              const std::function<int(const app::Workspace&)>& work) {
  const core::Result<app::OpenedStudy> opened =
      app::OpenStudy(path, std::move(caller), purpose, session.clock(), session.progress());
  if (!opened) return session.Fail(opened.error());
  if (opened->imported) {
    if (opened->imported->refused) {
      return session.Refuse(opened->imported->problems, "Nothing was imported; the study is as it was.");
    }
    session.Note(opened->imported->problems);
  }
  if (const auto behind = opened->workspace->ClockIsBehind()) session.Note({*behind});
  return work(*opened->workspace);
}

int WithStudy(Console& session, const std::string& path, const std::function<int(const app::Workspace&)>& work) {
  return WithStudy(session, path, app::Caller::Owner(), app::Purpose::kWork, work);
}

std::shared_ptr<std::string> AddDateOption(CLI::App& command, const std::string& name, const std::string& purpose) {
  auto text = std::make_shared<std::string>();
  command.add_option(name, *text, purpose)->type_name("DATE");
  return text;
}

core::Result<std::optional<core::Date>> ReadDay(const std::string& text) {
  if (text.empty()) return std::optional<core::Date>();
  CG_ASSIGN_OR_RETURN(const core::Date date, core::Date::Parse(text));
  if (!date.whole()) {
    return core::Fail(core::ErrorCode::kInvalidInput, "\"" + text + "\" is not one day; write YYYY-MM-DD");
  }
  return std::optional<core::Date>(date);
}

}  // namespace commonground::cli
