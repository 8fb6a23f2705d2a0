// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How a line of the log is chained to the one before it.  For app alone.
#pragma once

#include <string>

#include "store/people/people_store.h"

namespace commonground::app {

std::string SubjectHash(const store::StoredAudit& line);
// Over all of the line but its subject, of which only the hash counts: an id may be blanked later.
std::string ChainOf(const store::StoredAudit& line, const std::string& before);

// Within an edit.
void AddAudit(store::PeopleTables& tables, std::int64_t at, const std::string& person, std::string_view action,
              const std::string& subject);

}  // namespace commonground::app
