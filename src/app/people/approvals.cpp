// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Approvals stand with the accounts, beside the study: a row a person and content.

#include "app/people/approvals.h"

#include <algorithm>
#include <functional>
#include <set>

#include "app/gateway/entry.h"
#include "app/people/audit_rows.h"
#include "store/people/people_store.h"

namespace commonground::app {

using core::ErrorCode;
using store::PeopleStore;
using store::PeopleTables;

namespace {

constexpr std::int64_t kMaxListed = 200;
constexpr std::size_t kHashDigits = 64;

core::Status CheckContent(const std::string& content) {
  const bool is_hash =
      content.size() == kHashDigits && content.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (is_hash) return {};
  return core::Fail(ErrorCode::kInvalidInput, "what is approved is named by its hash, 64 hex digits");
}

core::Status EditOwn(
    const Workspace& workspace, const std::string& content, std::string_view action,
    const std::function<core::Status(PeopleTables&, const std::string& person, std::int64_t now)>& edit) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kApproveReport));
  CG_RETURN_IF_ERROR(CheckContent(content));
  const std::string person = in.caller.person.value;
  if (person.empty()) {
    return core::Fail(ErrorCode::kInvalidInput, "an approval is given by a person. Fix: sign in to the workbench");
  }
  CG_ASSIGN_OR_RETURN(PeopleStore people, PeopleStore::At(in.store.place(), PeopleStore::Open::kToWrite));
  return people.Edit([&](PeopleTables& tables) -> core::Status {
    CG_RETURN_IF_ERROR(edit(tables, person, in.actor.now.unix_seconds()));
    AddAudit(tables, in.actor.now.unix_seconds(), person, action, content.substr(0, 16));
    return {};
  });
}

}  // namespace

core::Status ApproveReport(const Workspace& workspace, const std::string& content) {
  return EditOwn(workspace, content, "approve the report",
                 [&](PeopleTables& tables, const std::string& person, std::int64_t now) -> core::Status {
                   tables.Put(store::StoredApproval{content, person, now});
                   return {};
                 });
}

core::Status TakeBackApproval(const Workspace& workspace, const std::string& content) {
  return EditOwn(workspace, content, "take an approval back",
                 [&](PeopleTables& tables, const std::string& person, std::int64_t) -> core::Status {
                   const auto all = tables.Approvals(kMaxListed);
                   const bool is_there = std::ranges::any_of(
                       all, [&](const auto& one) { return one.content == content && one.person == person; });
                   if (!is_there) return core::Fail(ErrorCode::kNotFound, "you have not approved this");
                   tables.RemoveApproval(content, person);
                   return {};
                 });
}

core::Result<std::vector<Approval>> ApprovalsOf(const Workspace& workspace) {
  CG_ASSIGN_OR_RETURN(const Entered in, Enter(workspace, UseCase::kSeeEditions));
  CG_ASSIGN_OR_RETURN(PeopleStore people, PeopleStore::At(in.store.place(), PeopleStore::Open::kToRead));
  std::vector<Approval> approvals;
  CG_RETURN_IF_ERROR(people.Read([&](PeopleTables& tables) -> core::Status {
    std::set<std::string> coordinators;
    for (const auto& person : tables.People()) {
      if (person.state == "open" && person.role == RoleName(Role::kCoordinator)) coordinators.insert(person.name);
    }
    for (const auto& one : tables.Approvals(kMaxListed)) {
      approvals.push_back({one.content, model::CoderId(one.person), core::Moment::FromUnixSeconds(one.at),
                           coordinators.contains(one.person)});
    }
    return {};
  }));
  return approvals;
}

core::Result<bool> IsApproved(const Workspace& workspace, const std::string& content) {
  CG_ASSIGN_OR_RETURN(const auto approvals, ApprovalsOf(workspace));
  const auto given =
      std::ranges::count_if(approvals, [&](const Approval& one) { return one.content == content && one.counts; });
  return static_cast<std::size_t>(given) >= kApprovalsNeeded;
}

}  // namespace commonground::app
