// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What an edition cannot say is taken out of it, with what rests on that: a finding whose passages somebody codes just
// now, or whose evidence is gone, must not hold up all the others (docs/decisions/0033).
#pragma once

#include <functional>
#include <vector>

#include "model/results/publication.h"
#include "publish/claims.h"
#include "rules/problem.h"

namespace commonground::publish {

// Whether what has this problem may be left out; otherwise it stays, and stops the report.
using MayGo = std::function<bool(const ClaimProblem&)>;

// Because somebody codes it: a case among `being_coded` (as they are published) without a passage, or its quotation.
MayGo BeingCoded(const model::Publication& publication, std::vector<model::OrganisationId> being_coded);

// Takes out findings and answers that may go; recommendations of which every finding went; and from chapters and
// findings the lines, list items or paragraphs that place what went.  Lines keep their numbers.
// Returns: what was left out, each with its place.  Threads: any.  Cost: a few times that of FindClaims.
std::vector<rules::About> LeaveOut(model::Publication& publication, const MayGo& may_go);

}  // namespace commonground::publish
