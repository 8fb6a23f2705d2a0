// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Assesses the organisations of a study under any number of definitions.  The result is private to the organisation and
// the coordinators.
#pragma once

#include <optional>
#include <vector>

#include "app/workspace.h"
#include "core/date.h"
#include "core/result.h"
#include "model/results/assessment.h"
#include "model/study.h"
#include "verify/smallest_changes.h"

namespace commonground::app {

// The definitions to assess under: those asked for; none: the study's own choice; none: nswp-2013.
// The study's own definition of a name goes before the built-in one.  They live as long as the study and the program.
// Errors: InvalidInput: one that neither has; the message lists those that there are.
core::Result<std::vector<const model::Definition*>> ChooseDefinitions(const model::Study& study,
                                                                      const std::vector<model::DefinitionId>& asked);

// In the order of the organisations; for each in the order of the definitions.
// Errors: InvalidInput: a record that cannot be (the folder reader refuses such).  Cost: O(organisations x definitions
// x records of one).
core::Result<std::vector<model::Assessment>> VerifyStudy(const model::Study& study,
                                                         const std::vector<const model::Definition*>& definitions,
                                                         const core::Date& on);

// What would turn one criterion of an assessment, where counts decide it.
struct WhatWouldTurn {
  std::size_t assessment = 0;  // places in VerifiedStudy::assessments and its criteria
  std::size_t criterion = 0;
  bool is_met = false;                         // by the least that the record says: the changes turn that
  std::vector<verify::BodyChange> changes;     // each the fewest people; empty: no number is enough
  std::optional<std::int64_t> undisclosed;     // members whose status is not disclosed, where they decide it
  std::optional<std::int64_t> needed_of_them;  // sex workers among them that are enough
};

struct VerifyRequest {
  std::vector<model::DefinitionId> definitions;  // none: the study's own choice
  std::optional<model::OrganisationId> organisation;
  std::optional<core::Date> on;  // none: the study's reference date
  // Counts that are not saved, beside those that are: what if.  All of `organisation`, which is given.
  std::vector<model::LeadershipRecord> unsaved = {};
};
struct VerifiedStudy {
  std::vector<model::Definition> definitions;
  std::vector<model::Assessment> assessments;  // of each organisation that the caller may know of
  core::Date on;
  std::vector<WhatWouldTurn> turns;
};
// A coordinator is told of every organisation, a member of its own.
// Errors: InvalidInput: no such definition or organisation, unsaved counts that cannot be or are of another one; as
// above; the store's.
core::Result<VerifiedStudy> VerifyStudy(const Workspace& workspace, const VerifyRequest& request);

}  // namespace commonground::app
