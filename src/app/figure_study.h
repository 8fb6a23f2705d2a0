// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// One figure of the report by itself, as a picture and as numbers, for whoever takes it out of the study: made of what
// may be published today and nothing else, so that it shows what the report would.
#pragma once

#include <string>

#include "app/workspace.h"
#include "core/progress.h"
#include "core/result.h"

namespace commonground::app {

struct FigureRequest {
  std::string figure;         // publish/figures/figure_file.h
  std::string by = "region";  // or legal_model, or an indicator
  std::string language = {};  // of the words that are ours; empty: the study's
};

struct FigureDrawn {
  std::string name;  // of its files, without an ending: "practices-by-region"
  std::string title;
  std::string svg;
  std::string csv;
};

// Errors: NotFound: there is no such figure; InvalidInput: cases are not grouped so, or no report is in that language;
// NoConsent: a name that may not appear stands in a label of it (the message says which); Cancelled; the store's.
// Cost: as a report up to its first page: O(study), and one comparison.
core::Result<FigureDrawn> DrawFigure(const Workspace& workspace, const FigureRequest& request,
                                     core::Progress& progress);

}  // namespace commonground::app
