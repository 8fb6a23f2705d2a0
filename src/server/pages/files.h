// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Pages and files that are built into the program.
#pragma once

#include "core/date.h"
#include "server/http/message.h"
#include "server/http/target.h"

namespace commonground::server {

// "/", its style and script; the places of the workbench and its parts, if it was built; "/calendar" (what is shown
// when somebody leaves quickly; its answer clears what the browser keeps of us).  404 for all others: as the page of
// the workbench where a browser opens them, else as a problem.  `today` is for the calendar.  Threads: any.
Response FileFor(const Request& request, const Target& target, const core::Date& today);

}  // namespace commonground::server
