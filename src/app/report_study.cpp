// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Writes the report of a stored study, after all its checks.

#include "app/report_study.h"

#include "app/forms/edition.h"
#include "app/forms/form.h"
#include "app/gateway/analysis.h"
#include "app/gateway/entry.h"
#include "app/gateway/leaving/leaving_check.h"
#include "app/gateway/publishing.h"
#include "app/open_study.h"
#include "app/status_study.h"
#include "app/verify_study.h"
#include "ingest/folder/kind_files.h"
#include "publish/claims.h"

namespace commonground::app {

core::Result<ReportOutcome> ReportStudy(const Workspace& workspace, const ReportRequest& request, core::FileSink& sink,
                                        core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kReport));
  const store::StudyStore& store = in.store;
  CG_ASSIGN_OR_RETURN(model::Study study, store.Load(progress));
  CG_ASSIGN_OR_RETURN(const auto forms, FormsIn(request.forms));
  CG_ASSIGN_OR_RETURN(const auto languages, LanguagesIn(request.languages, study.settings.language));
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
  for (const rules::Problem& problem : publish::CheckClaims(published.publication)) {
    outcome.problems.push_back(ingest::InFolder(problem));
  }
  outcome.refused = core::HasErrors(outcome.problems);
  if (outcome.refused) return outcome;

  LeavingCheck check(study, published.publication.study, published.appearances);
  const EditionOut out{[&](std::string_view path, std::string_view bytes) { return sink.Write(path, bytes); },
                       [&](std::string_view path, std::string_view text) { check.Take(path, text); }};
  CG_ASSIGN_OR_RETURN(const std::vector<std::string> files,
                      WriteEdition(published.publication, {forms, languages}, out, progress));
  const auto leaks = check.Problems();
  outcome.problems.insert(outcome.problems.end(), leaks.begin(), leaks.end());
  outcome.refused = core::HasErrors(outcome.problems);
  if (outcome.refused) return outcome;  // what was written goes
  outcome.files = files;
  outcome.index = files.front();
  return outcome;
}

}  // namespace commonground::app
