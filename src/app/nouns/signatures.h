// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Signatures under a grade, for people who signed in: each gives their own and nobody else's.  For app alone.
//
//   SignAs(person, now, made)   // made.graded_by: those that stand under what `made` says
#pragma once

#include "core/result.h"
#include "model/finding.h"

namespace commonground::app {

// `now`: as it is; a finding that says nothing for one that is new.  With another grade the names of all others go from
// `made`.  Errors: InvalidInput: a name is added that is not this person's; Error::about names the field.
core::Status SignAs(const model::CoderId& person, const model::Finding& now, model::Finding& made);

}  // namespace commonground::app
