// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How far the frame is filled, and why not further (METHODS 2; docs/methods/coverage.md).
#pragma once

#include <map>

#include "model/results/coverage.h"
#include "model/study.h"

namespace commonground::compare {

// What the read gateway knows of one case on the day of the report.
struct CaseFlags {
  bool has_document = false;
  bool has_consent = false;  // to be analysed
  bool under_embargo = false;
  bool in_comparison = false;  // among the cases that were compared
};

// A slot's state is the first reason in this order why it is not filled: organisation not sourced, no document, no
// consent, under embargo, not verified (anything but meets or attested).  An organisation without flags has none of
// them; without a verdict it is not verified.
//
// An organisation that has a region but no slot comes after the slots, with an empty slot id.  One that holds several
// slots counts once.  `flow` has, in this order: slots (the sum of quotas), organisation_known, document,
// consent_to_analyse, not_under_embargo, verified_or_attested (each of those left by the one before), in_comparison (of
// all organisations listed).
//
// Errors: none.  Threads: any number.  Cost: O(n log n).
model::Coverage Cover(const model::Study& study, const std::map<model::OrganisationId, model::Verdict>& verdicts,
                      const std::map<model::OrganisationId, CaseFlags>& flags);

}  // namespace commonground::compare
