// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From a study file to an edition of the report: gateway, check of claims, each form in each language, rename into
// place.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/date.h"
#include "core/problem.h"
#include "core/progress.h"
#include "core/result.h"

namespace commonground::app {

struct ReportRequest {
  std::filesystem::path folder;
  std::string languages;  // "fr,en", "all"; empty: the study's
  std::string forms = {};  // "html,data", "all"; empty: HTML
  // An older state of the study: the report says what changed since the edition that it made.
  const Workspace* since = nullptr;
};

struct ReportOutcome {
  std::filesystem::path index;                    // the file to open
  std::string summary;                            // "20 slots, 8 filled, ..."
  int cases = 0;                                  // in the report
  int under_embargo = 0;                          // may be analysed and are not in the report; compare counts them
  int still_coded = 0;                            // documents whose codings are not in it: somebody codes them blind
  std::vector<core::Problem> problems;            // claims without evidence or consent, names that may not appear
  std::vector<std::filesystem::path> files = {};  // the first file of each form and language
  bool refused = false;  // there were such: nothing was written, an older report stays as it was
};

// Errors: InvalidInput (the folder is somebody else's, unknown language or form), Io, Cancelled, and the store's.
core::Result<ReportOutcome> ReportStudy(const Workspace& workspace, const ReportRequest& request,
                                        core::Progress& progress);

}  // namespace commonground::app
