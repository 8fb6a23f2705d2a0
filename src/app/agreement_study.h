// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far the coders of a study agree, in the texts that may be read.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/date.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/results/agreement.h"
#include "model/study.h"

namespace commonground::app {

struct AgreementRequest {
  model::AgreementUnit unit = model::AgreementUnit::kParagraph;
  std::vector<model::CodeId> codes;               // empty: every code that somebody used
  std::vector<model::CoderId> coders;             // empty: all
  std::vector<model::DocumentId> documents;       // empty: all
  std::vector<model::AgreementMeasure> measures;  // empty: percent, Cohen's or Fleiss' kappa, AC1, alpha
  bool with_descendants = false;                  // a code stands for those below it too
  bool after_adjudication = false;
  model::Drawn drawn = model::Drawn::kDocuments;
  int resamples = 1000;  // 0: no intervals
  double level = 0.95;
  std::uint64_t seed = 1;
  std::string language;  // of the page; empty: the study's
};

struct ComparedCoders {
  model::Study study;  // title, codebook, and documents that may be read, without their texts
  model::Agreement agreement;
  std::string language;  // of the page: one of publish::Languages()
};

// Errors: InvalidInput: a code, a coder, a language or a readable document that is not there, more than 64 coders; the
// store's; Cancelled.
core::Result<ComparedCoders> AgreementStudy(const Workspace& workspace, const AgreementRequest& request,
                                            core::Progress& progress);

// The figure of how far they agree, by itself.  Errors: InvalidInput: there is nothing to compare yet.
struct AgreementDrawn {
  std::string svg;
  std::string csv;
};
core::Result<AgreementDrawn> DrawAgreement(const ComparedCoders& compared);

// One page that needs nothing beside it, for its owner only: it holds words that nobody may have consented to publish.
core::Result<std::string> AgreementPage(const ComparedCoders& compared);

}  // namespace commonground::app
