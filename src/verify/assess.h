// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Decides whether an organisation is led by its community under a published definition such as "at least half of the
// decision-making body" (METHODS 1).  A definition is data.  Pure: no clock, no store.  Rules, edge cases and sources:
// docs/methods/leadership.md.
#pragma once

#include <map>
#include <span>
#include <string>

#include "core/date.h"
#include "core/result.h"
#include "model/results/assessment.h"
#include "model/study.h"

namespace commonground::verify {

struct AssessmentRules {
  core::Date on;                                    // the day that is asked about; whole
  int record_months = 24;                           // how long a record holds
  std::map<std::string, std::string> claims_about;  // source id -> definition that its published claims speak about
};

// Undisclosed members can leave a criterion undetermined: an answer, not an error, and never a fail.
//
// Records: all of one organisation; other bodies than the definition's may be among them.  For each body the newest
//          whose first possible day is not after `on` counts; of several from one day, one with counts before one
//          without, then the last given.  It holds while on < (first possible day + record_months).
// Returns: one result a criterion, in the definition's order.  `organisation` is the records' own; empty without any
//          record, for the caller to fill.
// Errors:  InvalidInput: a record that cannot be (see verify/counts.h), or `on` is not a whole date.  No other.
// Owns:    copies what it keeps.  Threads: any number of concurrent calls.
// Cost:    O(criteria x records).
core::Result<model::Assessment> Assess(const model::Definition& definition,
                                       std::span<const model::LeadershipRecord> records, const AssessmentRules& rules);

// The rule that makes one verdict of several: fails, else undetermined, else expired, else attested, else meets if any
// criterion does, else not-applicable.
model::Verdict Overall(std::span<const model::CriterionResult> criteria);

}  // namespace commonground::verify
