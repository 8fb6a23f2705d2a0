// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Agreement of coders on a study's codes: per code, document and pair of coders, and over all codes together.
#pragma once

#include <cstdint>
#include <vector>

#include "coding/agreement/bootstrap.h"
#include "coding/agreement/coded_work.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/results/agreement.h"
#include "model/study.h"

namespace commonground::coding {

// Fewer than these are not drawn: what they say of other documents is a guess.
constexpr std::int64_t kFewestDocuments = 5;

struct AgreementPlan {
  std::vector<model::CodeId> codes;  // empty: every code that somebody used in these documents
  std::vector<model::AgreementMeasure> measures;
  bool with_descendants = false;  // a code stands for those below it too; "instead" and confusions do not
  bool with_documents = true;     // rows by document
  bool with_pairs = true;         // rows by pair of coders
  bool with_passages = true;      // confusions and disagreements
  model::Drawn drawn = model::Drawn::kDocuments;  // rows by document always draw units
  BootstrapPlan bootstrap;                        // 0 resamples: no intervals
};

// "Over all codes" takes every unit once for each code: present or absent there.
//
// Requires: codes of the plan are in the codebook.
// Errors:   Cancelled.
// Cost:     O(ranges log ranges of a document); bootstrap: as bootstrap.h, once a row.
core::Result<model::Agreement> MeasureAgreement(const model::Study& study, const CodedWork& work,
                                                const WorkRequest& request, const AgreementPlan& plan,
                                                core::Progress& progress);

}  // namespace commonground::coding
