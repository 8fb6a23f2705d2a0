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
  // Findings whose evidence is gone are left out, and every page says that this edition takes the place of the one before
  // (and not why, nor whose words went).
  bool reissue = false;
};

struct ReportOutcome {
  std::filesystem::path index;                    // the file to open
  std::string summary;                            // "20 slots, 8 filled, ..."
  int cases = 0;                                  // in the report
  int under_embargo = 0;                          // may be analysed and are not in the report; compare counts them
  int still_coded = 0;                            // documents whose codings are not in it: somebody codes them blind
  std::vector<core::Problem> problems;            // claims without evidence or consent, names that may not appear
  std::vector<std::filesystem::path> files = {};  // the first file of each form and language
  std::vector<std::string> left_out = {};  // findings, with `reissue`
  std::string edition;                     // as it is kept with the study (store::EditionRecord)
  bool refused = false;                    // there were such: nothing was written, the older report stays
};

// Errors: InvalidInput (the folder is somebody else's, unknown language or form), Io, Cancelled, and the store's.
core::Result<ReportOutcome> ReportStudy(const Workspace& workspace, const ReportRequest& request,
                                        core::Progress& progress);

}  // namespace commonground::app
