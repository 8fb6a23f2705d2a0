// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What waits for one person: their own texts and notes, and what of the study needs somebody of their role, as data
// that pages put into words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/date.h"
#include "core/result.h"
#include "model/ids.h"
#include "model/words.h"

namespace commonground::app {

enum class StepKind {
  kCodeDocument,      // an open assignment; subject: the document
  kDoToDo,            // a note of theirs of kind to-do; subject: the note
  kAdjudicate,        // all have submitted, nothing was decided; subject: the document
  kFindOrganisation,  // places of the frame, by what they lack; subject: none
  kAddDocument,
  kAskConsent,
  kVerify,
  kWaitForEmbargo,
  kListPlaces,    // a region whose places are not all listed; subject: the region
  kRenewConsent,  // ends soon; subject: the organisation or document
  kCountAgain,    // a leadership record ends soon; subject: the organisation
};

struct WorkStep {
  StepKind kind = StepKind::kCodeDocument;
  std::string subject;
  std::int64_t count = 0;              // codings of theirs; places; consents
  std::optional<core::Date> last_day;  // of what ends
};

struct CoderProgress {
  model::CoderId coder;
  std::int64_t open = 0;  // documents
  std::int64_t submitted = 0;
};

struct Work {
  std::vector<WorkStep> steps;          // their own first, then as they are listed above
  std::vector<CoderProgress> progress;  // of everybody, for who may see who was given what; by name
};

inline constexpr int kMonthsAhead = 2;  // what ends by then ends soon

// Errors: those of the store.  Cost: that of the study without its texts.
core::Result<Work> WorkOf(const Workspace& workspace);

}  // namespace commonground::app

namespace commonground::model {
template <>
WordTable<app::StepKind> Words<app::StepKind>();
}  // namespace commonground::model
