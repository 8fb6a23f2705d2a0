// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// From a study file to an edition of the report: gateway, check of claims, each form in each language.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/date.h"
#include "core/file_sink.h"
#include "core/problem.h"
#include "core/progress.h"
#include "core/result.h"

namespace commonground::app {

struct ReportRequest {
  std::string languages;   // "fr,en", "all"; empty: the study's
  std::string forms = {};  // "html,data", "all"; empty: HTML
  // An older state of the study: the report says what changed since the edition that it made.
  const Workspace* since = nullptr;
  // Findings whose evidence is gone are left out, and every page says that this edition takes the place of the one
  // before (and not why, nor whose words went).
  bool reissue = false;
  // Refused when a finding rests on what somebody codes just now; otherwise that finding is left out, and said.
  bool strict = false;
  // Says what blocks it and writes nothing.  What only written pages could show (names that may not leave) is not
  // looked for.
  bool only_check = false;
  // Every page says that it is a draft, and no edition is kept.
  bool draft = false;
  // For looking at on the screen: written though something blocks it, without the findings that do, where that can be;
  // no edition is kept.
  bool preview = false;
  // Is given the hash of what the edition would say (report_content.h) before anything is written; where it says no,
  // nothing is (Conflict).  None: whoever keeps the study publishes alone.
  std::function<core::Result<bool>(const std::string& content)> may_publish = {};
};

// Both empty: no one thing.
struct ReportThing {
  std::string kind;  // "finding"
  std::string id;
};

struct ReportOutcome {
  std::string index;                       // the file to open, below wherever the sink puts it
  std::string summary;                     // "20 slots, 8 filled, ..."
  int cases = 0;                           // in the report
  int under_embargo = 0;                   // may be analysed and are not in the report; compare counts them
  int still_coded = 0;                     // documents whose codings are not in it: somebody codes them blind
  std::vector<core::Problem> problems;     // claims without evidence or consent, names that may not appear
  std::vector<ReportThing> things = {};    // what each of them is about
  std::vector<std::string> files = {};     // the first file of each form and language
  std::vector<std::string> left_out = {};  // findings that are not in it; `problems` say why
  std::string edition;                     // as it is kept with the study (store::EditionRecord)
  std::string content;                     // its hash, with preview (where nothing blocks it) and may_publish
  bool refused = false;                    // there were such: nothing was written, an older report stays as it was
};

// Writes to `out`, and what was written counts only if the outcome is there and not refused: whoever gave it throws it
// away otherwise.
// Errors: InvalidInput (unknown language or form), Cancelled, those of the sink, and the store's.
core::Result<ReportOutcome> ReportStudy(const Workspace& workspace, const ReportRequest& request, core::FileSink& out,
                                        core::Progress& progress);

struct PreviewRequest {
  std::string languages;      // as of ReportRequest
  bool with_content = false;  // also the hash that is approved: takes as long again, or longer
};
struct PreviewOutcome {
  bool is_there = false;
  std::string content;
};
// For readers and reviewers: the pages of the edition that could be published now, byte for byte, and nothing that it
// would not hold: while something blocks it, nothing is written, and not said what blocks it.  No edition is kept.
// Errors: as ReportStudy.
core::Result<PreviewOutcome> PreviewReport(const Workspace& workspace, const PreviewRequest& request,
                                           core::FileSink& out, core::Progress& progress);

}  // namespace commonground::app
