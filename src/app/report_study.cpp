// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes the report of a stored study, after all its checks.

#include "app/report_study.h"

#include "app/gateway/analysis.h"
#include "app/gateway/entry.h"
#include "app/gateway/leaving/leaving_check.h"
#include "app/gateway/publishing.h"
#include "app/open_study.h"
#include "app/status_study.h"
#include "app/verify_study.h"
#include "core/folder_in_progress.h"
#include "publish/claims.h"
#include "publish/site.h"

namespace commonground::app {

core::Result<ReportOutcome> ReportStudy(const Workspace& workspace, const ReportRequest& request,
                                        core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kReport));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(model::Study study, store.Load(progress));
  CG_ASSIGN_OR_RETURN(const std::string secret, store.Secret());
  const core::Date on = ReferenceDate(study.settings, workspace.clock());
  CG_ASSIGN_OR_RETURN(const auto definitions, ChooseDefinitions(study, {}));
  CG_ASSIGN_OR_RETURN(auto assessments, VerifyStudy(study, definitions, on));
  CG_ASSIGN_OR_RETURN(const StudyStatus status, StatusOf(study, in.today, on));
  CG_ASSIGN_OR_RETURN(const Published published,
                      ForPublishing({study, in.today, on, std::move(assessments), secret}, progress));

  ReportOutcome outcome;
  outcome.summary = SummaryOf(status.coverage);
  outcome.cases = published.publication.frame.cases;
  const ConsentBook book(study.consents, in.today);
  outcome.under_embargo =
      static_cast<int>(ComparedCases(study, book, in.today, Embargo::kIgnored).size()) - outcome.cases;
  outcome.still_coded = static_cast<int>(StillCoded(study).size());
  outcome.problems = publish::CheckClaims(published.publication);
  outcome.refused = core::HasErrors(outcome.problems);
  if (outcome.refused) return outcome;

  CG_ASSIGN_OR_RETURN(auto folder, core::FolderInProgress::Begin(request.folder, ".common-ground-report"));
  publish::SiteOptions options;
  options.language = request.language.empty() ? study.settings.language : request.language;
  LeavingCheck check(study, published.publication.study, published.appearances);
  CG_RETURN_IF_ERROR(publish::RenderSite(
      published.publication, options,
      [&](std::string_view path, std::string_view bytes) {
        if (!path.ends_with(".woff2")) check.Take(path, bytes);  // fonts are the program's own, and no text
        return folder.Write(path, bytes);
      },
      progress));
  const auto leaks = check.Problems();
  outcome.problems.insert(outcome.problems.end(), leaks.begin(), leaks.end());
  outcome.refused = core::HasErrors(outcome.problems);
  if (outcome.refused) return outcome;  // the folder that was begun goes
  CG_RETURN_IF_ERROR(folder.Commit());
  outcome.index = request.folder / "index.html";
  return outcome;
}

}  // namespace commonground::app
