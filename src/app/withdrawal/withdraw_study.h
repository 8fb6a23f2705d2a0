// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Consent that is taken back: first what rests on it, then, when somebody says so, all of that gone.
#pragma once

#include <string>
#include <vector>

#include "app/workspace.h"
#include "coding/withdrawal/withdraw.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/consent.h"
#include "model/results/edition.h"

namespace commonground::app {

struct WithdrawalRequest {
  std::string subject;                      // an organisation (all of its case) or a document
  std::vector<model::ConsentScope> scopes;  // none: all
};

struct WhatRests {
  coding::Removed removed;                     // what would go, or went
  std::size_t originals = 0;                   // encrypted files that go with their documents
  std::vector<model::EditionRecord> editions;  // published ones that show something of it
  std::int64_t act = 0;                        // its number in the history; 0: nothing was changed
  bool wiped = true;                           // as CarriedOut
};

// Nothing is changed.  A member organisation asks for itself only.
// Errors: NotFound: there is no such organisation or document; Forbidden; those of the store.
core::Result<WhatRests> WhatRestsOn(const Workspace& workspace, const WithdrawalRequest& request,
                                    core::Progress& progress);

// One edit: consents closed, and all that rested on them taken out (coding/withdrawal/withdraw.h), noted in the list
// beside the study.  It is not taken back by an undo.  Twice is as once.
// Errors: as WhatRestsOn, and those of CarryOut.  Cost: linear in the study; about 8 s of one core with 200,000
// codings, most of it because codings behind those that go are written again in their new places.
core::Result<WhatRests> CarryOutWithdrawal(const Workspace& workspace, const WithdrawalRequest& request,
                                           core::Progress& progress);

// By which an edition says what it shows, without saying it: of an organisation or a document.
std::string EditionMark(const std::string& secret, const std::string& id);

}  // namespace commonground::app
