// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Counts of who leads an organisation that are tried and not saved, as they are typed.
#pragma once

#include <string>

#include "core/result.h"
#include "model/leadership.h"

namespace commonground::cli {

// "body=governance as_of=2026 members=9 sex_workers=5 undisclosed=1 basis=self-declared": the fields of leadership add.
// Errors: InvalidInput: no such field, one twice, no number, no day; body and as_of are needed.
core::Result<model::LeadershipRecord> ReadUnsavedCounts(const std::string& text,
                                                        const model::OrganisationId& organisation);

}  // namespace commonground::cli
