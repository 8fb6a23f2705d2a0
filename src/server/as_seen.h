// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Something is added at an address of a list (POST /organisations), or done at one that says what would be done
// (POST /undo), only if what GET gives there is still as the person saw it: If-Match with the ETag of that.  Exact with
// any number of people and servers: what is compared and what is done belong to one state of the study.
#pragma once

#include <map>
#include <string>

#include "server/http/target.h"
#include "server/route.h"

namespace commonground::server {

// Whether this request says what was seen at its address, and its route leaves that to us.  Only of routes that ask for
// a whole session: who has none is shown nothing.
bool SaysWhatWasSeen(const Rules& rules, const Request& request);

// Runs the route of `found` with `asked`, which was let in.  Otherwise 412, with `now`: what GET gives there, its
// version among it, and `yours`: what was sent.  Cost: that of both routes; again if anybody changes the study
// meanwhile.
Response RunAsSeen(RouteContext& asked, const Found& found, const Target& target, const Found& listed);

}  // namespace commonground::server
