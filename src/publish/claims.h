// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// No claim without its evidence: what a report may not say stops the build and is named.
#pragma once

#include <optional>
#include <vector>

#include "model/results/publication.h"
#include "rules/placeholders.h"
#include "rules/problem.h"

namespace commonground::publish {

// Findings: every code exists; every case appears and has an accepted, consented passage under one of the codes; a
// grade stands only with two graders and four reasons (METHODS 8).  Chapters, findings and summaries: every citation
// names a source that may be shown, every placeholder something that is there.
// Returns: all problems, by finding, chapter and document.  Threads: any.  Cost: O(publication).
std::vector<rules::Problem> CheckClaims(const model::Publication& publication);

// The same, with what is missing, for whoever leaves out what cannot be said (publish/leave_out.h).
struct ClaimProblem {
  rules::Problem problem;
  std::optional<model::OrganisationId> without_passage = {};  // the case of a finding or an answer
  std::optional<rules::Placeholder> unplaced = {};            // the placeholder that places nothing
};
std::vector<ClaimProblem> FindClaims(const model::Publication& publication);

// Notices: what people wrote in findings and chapters that a report leaves out (raw HTML, pictures, links that are not
// to the web), so that nobody misses it in print.
std::vector<rules::Problem> FindMarkupLeftOut(const model::Publication& publication);

}  // namespace commonground::publish
