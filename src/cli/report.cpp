// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The command report: the site that is published.

#include <fmt/format.h>

#include <filesystem>
#include <functional>

#include "app/people/approvals.h"
#include "app/report_study.h"
#include "app/wire/outcome_json.h"
#include "cli/command.h"
#include "cli/into_folder.h"
#include "cli/report_parts.h"
#include "cli/study_argument.h"

namespace commonground::cli {

namespace {
constexpr int kUsage = 64;
}

Run AddReport(CLI::App& command) {
  auto study_path = AddStudyArgument(command);
  auto folder = std::make_shared<std::string>();
  auto languages = std::make_shared<std::string>();
  auto forms = std::make_shared<std::string>();
  command.add_option("-o,--output", *folder, "the folder to write; one that this command wrote before is replaced")
      ->type_name("DIR");
  command
      .add_option("--format", *forms,
                  "html (if not given), pdf, docx, epub or data, several with commas between, or all")
      ->type_name("LIST");
  command
      .add_option("--lang,--language", *languages,
                  "en, fr, es, ru or zh, or a list of them, or all; the study's if not given")
      ->type_name("LIST");
  auto since = std::make_shared<std::string>();
  command.add_option("--since", *since, "an older state of the study: the report says what changed, and not who left")
      ->type_name("STUDY");
  auto reissue = std::make_shared<bool>(false);
  command.add_flag("--reissue", *reissue,
                   "in place of an edition before: without findings whose evidence is gone, and every page says so");
  auto strict = std::make_shared<bool>(false);
  command.add_flag("--strict", *strict,
                   "no report while somebody codes what a finding rests on; without it that finding is left out");
  auto draft = std::make_shared<bool>(false);
  command.add_flag("--draft", *draft, "every page says that it is a draft, and no edition is kept");
  auto approved = std::make_shared<bool>(false);
  command.add_flag("--approved", *approved, "only if two coordinators approved exactly what it says, in the workbench")
      ->excludes("--draft");
  auto preview = std::make_shared<bool>(false);
  command
      .add_flag("--preview", *preview,
                "what readers and reviewers see in the workbench: the pages that could be published now; no edition is "
                "kept. Says the hash that two people approve")
      ->excludes("--draft", "--approved", "--since", "--reissue", "--strict", "--format");
  const Run approves = AddReportApproval(command, study_path);
  return [=, &command](Console& session) {
    if (command.count("--approve") > 0) return approves(session);
    if (folder->empty()) {
      (void)session.Fail(
          {core::ErrorCode::kInvalidInput, "it is not said where to write the report. Fix: --output DIR", ""});
      return kUsage;
    }
    if (*preview) return WriteReportPreview(session, *study_path, *folder, *languages);
    const auto with = [&](const std::string& path, const std::function<int(const app::Workspace&)>& work) {
      return WithStudy(session, path, app::Caller::Owner(), app::Purpose::kPublish, work);
    };
    const auto report = [&](const app::Workspace* before) {
      return with(*study_path, [&](const app::Workspace& workspace) {
        app::ReportOutcome outcome;
        const auto write = [&](core::FileSink& out) -> core::Result<bool> {
          app::ReportRequest request{*languages, *forms, before, *reissue, *strict};
          request.draft = *draft;
          if (*approved) {
            request.may_publish = [&](const std::string& content) { return app::IsApproved(workspace, content); };
          }
          CG_ASSIGN_OR_RETURN(outcome, app::ReportStudy(workspace, request, out, session.progress()));
          return !outcome.refused;
        };
        const auto done = IntoFolderIf(*folder, ".common-ground-report", write);
        if (!done) return session.Fail(done.error());
        const std::string index = (std::filesystem::path(*folder) / outcome.index).string();
        if (outcome.refused) {
          session.Refuse(outcome.problems, "No report was written; an older one stays as it was.");
          return core::ExitCode(core::ErrorCode::kNoConsent);
        }
        session.Note(outcome.problems);
        if (session.json) {
          session.Print(app::wire::ToJson(outcome, *folder).dump(2) + "\n");
        } else {
          std::string left_out;
          if (outcome.under_embargo > 0) {
            left_out +=
                fmt::format(" {} more under embargo: compare counts them, the report does not.", outcome.under_embargo);
          }
          if (outcome.still_coded > 0) {
            left_out += fmt::format(" Somebody still codes {} documents: what is coded there is not in it.",
                                    outcome.still_coded);
          }
          session.Say(fmt::format("{}.\n{} cases in the report.{}\nThe report is in {}\n", outcome.summary,
                                  outcome.cases, left_out, index));
        }
        return 0;
      });
    };
    if (since->empty()) return report(nullptr);
    return with(*since, [&](const app::Workspace& before) { return report(&before); });
  };
}

}  // namespace commonground::cli
