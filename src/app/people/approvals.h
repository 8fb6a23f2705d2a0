// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Two people publish: each says of exactly what an edition says, by its hash (app/report_content.h), that it may leave.
// Whatever changes what it says changes the hash, so that what was said of another state counts for nothing.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "core/moment.h"
#include "core/result.h"
#include "model/ids.h"

namespace commonground::app {

inline constexpr std::size_t kApprovalsNeeded = 2;

struct Approval {
  std::string content;
  model::CoderId person;
  core::Moment at;
  bool counts = false;  // of somebody who coordinates still
};

// By the caller, who gave the passphrase just now: that is for whoever calls this to see to.  Again: the time is new.
// Kept in the log.  Errors: Forbidden; InvalidInput: nobody in particular asks, or `content` is no hash; the store's.
core::Status ApproveReport(const Workspace& workspace, const std::string& content);
// Errors besides: NotFound: the caller has not.
core::Status TakeBackApproval(const Workspace& workspace, const std::string& content);

// The newest first, at most 200.  Errors: Forbidden; the store's.
core::Result<std::vector<Approval>> ApprovalsOf(const Workspace& workspace);

// Whether two people who coordinate still said so of this content.  Errors as ApprovalsOf.
core::Result<bool> IsApproved(const Workspace& workspace, const std::string& content);

}  // namespace commonground::app
