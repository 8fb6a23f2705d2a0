// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Says and does the same thing: the account is that of the withdrawal itself, done on a copy.

#include "app/withdrawal/withdraw_study.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/gateway/entry.h"
#include "app/gateway/passage_named.h"
#include "app/withdrawal/carry_out.h"
#include "core/hinted.h"
#include "core/keyed_hash.h"
#include "model/consent_subject.h"

namespace commonground::app {

using core::ErrorCode;

namespace {

std::string OrganisationOf(const std::string& subject) {
  return subject.substr(0, subject.find('/'));
}

core::Status CheckSubject(const model::Study& study, const Caller& caller, const std::string& subject) {
  const model::DocumentId document(std::string(model::DocumentOfSubject(subject)));
  const bool is_there = std::ranges::find(study.organisations, model::OrganisationId(subject),
                                          &model::Organisation::id) != study.organisations.end() ||
                        std::ranges::find(study.documents, document, &model::Document::id) != study.documents.end();
  const bool is_theirs = caller.role != Role::kMember || OrganisationOf(subject) == caller.organisation.value;
  if (is_there && is_theirs) return {};
  return core::FailWithHint(ErrorCode::kNotFound,
                            "there is neither an organisation, a document nor a passage of this id: what was withdrawn "
                            "before is gone. Nothing was "
                            "changed. Fix: look at the ids",
                            subject, {"see consents", {}});
}

core::Status CheckScopes(const WithdrawalRequest& request) {
  if (model::PassageOfSubject(request.subject).empty()) return {};
  const auto wrong = std::ranges::find_if_not(request.scopes, model::IsOfPassages);
  if (wrong == request.scopes.end()) return {};
  return core::Fail(
      ErrorCode::kInvalidInput,
      fmt::format("of one passage {} cannot be taken back. Nothing was changed. Fix: name quote, summarise "
                  "or translate, or the document",
                  model::Word(*wrong)),
      request.subject);
}

// The request as it is to be carried out: a passage by its whole name.
core::Result<WithdrawalRequest> Checked(const Entered& in, const model::Study& study, const WithdrawalRequest& named) {
  CG_RETURN_IF_ERROR(CheckSubject(study, in.caller, named.subject));
  CG_RETURN_IF_ERROR(CheckScopes(named));
  WithdrawalRequest request = named;
  CG_ASSIGN_OR_RETURN(request.subject, WholeSubject(in.store, study, named.subject));
  return request;
}

std::vector<coding::Withdrawal> WithdrawalsOf(const WithdrawalRequest& request, const core::Date& today) {
  return {{request.subject, request.scopes.empty() ? coding::AllScopes() : request.scopes, today}};
}

// Editions and originals that hold something of it.
core::Status AddHolders(const store::StudyStore& store, const model::Study& before, const std::string& subject,
                        WhatRests& rests) {
  CG_ASSIGN_OR_RETURN(const std::string secret, store.Secret());
  std::set<std::string> marks{EditionMark(secret, subject)};
  for (const auto& document : before.documents) {
    if (document.id.value == model::DocumentOfSubject(subject) || document.organisation.value == subject) {
      marks.insert(EditionMark(secret, document.id.value));
    }
  }
  CG_ASSIGN_OR_RETURN(const auto editions, store.Editions());
  for (const auto& edition : editions) {
    const bool holds = std::ranges::any_of(
        marks, [&](const std::string& mark) { return edition.holds.find(mark) != std::string::npos; });
    if (holds) rests.editions.push_back(edition);
  }
  const std::set<model::DocumentId> gone(rests.removed.documents.begin(), rests.removed.documents.end());
  CG_ASSIGN_OR_RETURN(const auto originals, store.Originals());
  rests.originals = static_cast<std::size_t>(
      std::ranges::count_if(originals, [&](const auto& one) { return gone.contains(one.document); }));
  return {};
}

}  // namespace

std::string EditionMark(const std::string& secret, const std::string& id) {
  return core::KeyedHash(secret, "in an edition\n" + id).substr(0, 32);
}

core::Result<WhatRests> WhatRestsOn(const Workspace& workspace, const WithdrawalRequest& named,
                                    core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kWhatRestsOn));
  CG_ASSIGN_OR_RETURN(const model::Study before, in.store.Load(progress));
  CG_ASSIGN_OR_RETURN(const WithdrawalRequest request, Checked(in, before, named));
  model::Study after = before;
  WhatRests rests;
  rests.removed = coding::Withdraw(after, WithdrawalsOf(request, in.today));
  CG_RETURN_IF_ERROR(AddHolders(in.store, before, request.subject, rests));
  return rests;
}

core::Result<WhatRests> CarryOutWithdrawal(const Workspace& workspace, const WithdrawalRequest& named,
                                           core::Progress& progress) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kWithdrawConsent));
  CG_ASSIGN_OR_RETURN(const model::Study before, in.store.LoadWithoutText());
  CG_ASSIGN_OR_RETURN(const WithdrawalRequest request, Checked(in, before, named));
  CG_ASSIGN_OR_RETURN(const auto originals, in.store.Originals());
  CG_ASSIGN_OR_RETURN(CarriedOut done, CarryOut(in.store, WithdrawalsOf(request, in.today), in.actor.now, progress));
  WhatRests went;
  went.removed = std::move(done.removed);
  CG_RETURN_IF_ERROR(AddHolders(in.store, before, request.subject, went));
  const std::set<model::DocumentId> gone(went.removed.documents.begin(), went.removed.documents.end());
  went.originals = static_cast<std::size_t>(
      std::ranges::count_if(originals, [&](const auto& one) { return gone.contains(one.document); }));
  went.act = done.act;
  went.wiped = done.wiped;
  return went;
}

}  // namespace commonground::app
