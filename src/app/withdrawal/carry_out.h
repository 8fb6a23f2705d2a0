// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A withdrawal, from the list beside the study to the last byte of the study: all of it or nothing, also when the
// program is killed.  The list is written first: what stands in it and is not yet in the study is carried out when the
// study is opened next, before anybody sees it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coding/withdrawal/withdraw.h"
#include "coding/withdrawal/withdrawal_list.h"
#include "core/moment.h"
#include "core/progress.h"
#include "core/result.h"
#include "model/study.h"
#include "store/study_store.h"

namespace commonground::app {

struct CarriedOut {
  coding::Removed removed;
  std::int64_t act = 0;
  bool wiped = true;  // false: somebody reads an older state of it, so its words are in the log until they are done
};

// `withdrawals`: what is asked for; with an empty one only what the list asks for.  `more`: lists from elsewhere (of
// this study), which are carried out too.
// Requires: opened for writing.
// Errors: those of the lists and of the store; Conflict when others wrote all the time.  On any error nothing is
// withdrawn, or the message says that it will be.
core::Result<CarriedOut> CarryOut(store::StudyStore& store, std::vector<coding::Withdrawal> withdrawals,
                                  core::Moment now, core::Progress& progress,
                                  const std::vector<std::string>& more = {});

// All that the list in the study and the one beside it say.  Errors: those of WithdrawalList::Read; Io.
core::Result<coding::WithdrawalList> ListOf(const store::StudyStore& store);

// Is there anything in the list beside the study that was not carried out?  Also puts a list that was lost there again.
// Cost: reading both lists.
core::Result<bool> IsBehindItsList(const store::StudyStore& store);

// Carries out what the list beside the study asks for, if that was not done.  True: it was, just now.  A study that is
// not there yet is good, unless a list lies beside its place.
// Errors: NoConsent: the study may only be read here; those of CarryOut.
core::Result<bool> CompleteWithdrawals(const store::StudyLocation& place, const core::Clock& clock,
                                       core::Progress& progress);

// The same for one that is about to be saved over what a place holds: an imported folder, a project, a copy.  Takes out
// of `study` what `list` asks for; gives what that was.
std::optional<coding::Removed> Honour(const coding::WithdrawalList& list, model::Study& study);

}  // namespace commonground::app
