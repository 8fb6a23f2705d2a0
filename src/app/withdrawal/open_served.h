// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Every way into a study: what the list beside it says was withdrawn is withdrawn before anybody sees it.
#pragma once

#include "core/moment.h"
#include "core/result.h"
#include "store/study_location.h"
#include "store/study_store.h"

namespace commonground::app {

// For reading.  Errors: those of StudyStore::Open and CompleteWithdrawals.
// Cost: that of opening it, unless something has to be carried out.
core::Result<store::StudyStore> OpenServed(const store::StudyLocation& place,
                                           const core::Clock& clock = core::SystemClock());

}  // namespace commonground::app
