// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The log of what people did: a chain of hashes, so that a line that is changed, added in between or taken out is
// found. It holds who, when, what kind of thing was done, and to which id; no text of the study, no address.
#pragma once

#include <cstdint>
#include <string>

#include "core/moment.h"
#include "core/result.h"

namespace commonground::app {

struct AuditCheck {
  std::int64_t lines = 0;
  std::string head;            // of the chain: write it down elsewhere, and a log that was cut is found, too
  std::int64_t broken_at = 0;  // the number of the first line that is not as it was written; 0: all are
};

// Goes through the whole log.  Errors: the store's.
core::Result<AuditCheck> VerifyAudit(const std::string& location);

}  // namespace commonground::app
