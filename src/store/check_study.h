// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A study file can come from a stranger, with digests and checksums that are right.  What is loaded must be what the
// import of a study folder would have let in, so that no page, path or count is made of anything else.
#pragma once

#include "store/load.h"

namespace commonground::store {

// Throws Failure(Corrupt), with the table, the row and what is wrong, unless ids are ids, what is referred to is there,
// and places, counts and dates are within their bounds.  What `depth` leaves out is not looked for.  Words of closed
// lists, dates and the form of ids were checked when they were read (rows.h, cells.h).
// Cost: linear; about a tenth of a second for 1,000,000 codings.
void CheckStudy(const Loaded& loaded, Depth depth);

}  // namespace commonground::store
