// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Who is let in, as what, and the log of it: what coordinators do with accounts.
#include <fmt/format.h>

#include <algorithm>

#include "app/people/gate_impl.h"

namespace commonground::app {

using core::ErrorCode;
using store::PeopleTables;
using store::StoredInvitation;
using store::StoredPerson;

namespace {

core::Status CheckRole(Role role, const model::OrganisationId& organisation) {
  if ((role == Role::kMember) == organisation.empty()) {
    return core::Fail(ErrorCode::kInvalidInput,
                      "a member comes from an organisation, and nobody else does. Fix: name its id, or another role");
  }
  return {};
}

// Of the people of a study and its log, not of its content: no use case of the study, and one rule for all.
core::Status MayManagePeople(const Caller& caller) {
  if (caller.role == Role::kCoordinator) return {};
  return core::Fail(
      ErrorCode::kForbidden,
      fmt::format("a {} may not do this. Nothing was changed. Fix: ask a coordinator", RoleName(caller.role)));
}

}  // namespace

std::int64_t Coordinators(PeopleTables& tables) {
  return std::ranges::count_if(tables.People(), [](const StoredPerson& person) {
    return person.state == kOpenAccount && person.role == RoleName(Role::kCoordinator);
  });
}

core::Result<std::vector<Account>> Gate::People(const Workspace& workspace) {
  CG_RETURN_IF_ERROR(MayManagePeople(workspace.caller()));
  std::vector<Account> people;
  CG_RETURN_IF_ERROR(impl_->Read([&](PeopleTables& tables) -> core::Status {
    people.clear();
    for (const auto& one : tables.People()) {
      people.push_back({model::CoderId(one.name), RoleNamed(one.role).value_or(Role::kReader),
                        model::OrganisationId(one.organisation), !one.second_key.empty(), one.state != kOpenAccount,
                        core::Moment::FromUnixSeconds(one.since)});
    }
    return {};
  }));
  return people;
}

core::Result<std::vector<Invitation>> Gate::Invitations(const Workspace& workspace) {
  CG_RETURN_IF_ERROR(MayManagePeople(workspace.caller()));
  std::vector<Invitation> invitations;
  CG_RETURN_IF_ERROR(impl_->Read([&](PeopleTables& tables) -> core::Status {
    invitations.clear();
    for (const auto& row : tables.Invitations()) {
      if (row.kind == "join" && IsGood(row, impl_->Now())) invitations.push_back(InvitationOf(row));
    }
    return {};
  }));
  return invitations;
}

core::Result<Gate::Invited> Gate::Invite(const Workspace& workspace, const std::string& name, Role role,
                                         const model::OrganisationId& organisation) {
  CG_RETURN_IF_ERROR(MayManagePeople(workspace.caller()));
  CG_RETURN_IF_ERROR(CheckName(name));
  CG_RETURN_IF_ERROR(CheckRole(role, organisation));
  Invited invited;
  invited.token = NewToken();
  const std::string by = workspace.caller().person.value;
  CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
    if (tables.Person(name)) {
      return core::Fail(ErrorCode::kConflict, "there is a person of this name already. Fix: choose another name", name);
    }
    for (const auto& row : tables.Invitations()) {
      if (row.name == name) tables.RemoveInvitation(row.hash);  // the older link is good no more
    }
    const StoredInvitation row{HashOf(invited.token),
                               "join",
                               name,
                               std::string(RoleName(role)),
                               organisation.value,
                               by,
                               impl_->Now() + kInvitationSeconds};
    tables.Put(row);
    invited.invitation = InvitationOf(row);
    AddAudit(tables, impl_->Now(), by, "invite", name);
    return {};
  }));
  return invited;
}

core::Status Gate::ChangeRole(const Workspace& workspace, const std::string& name, Role role,
                              const model::OrganisationId& organisation) {
  CG_RETURN_IF_ERROR(MayManagePeople(workspace.caller()));
  CG_RETURN_IF_ERROR(CheckRole(role, organisation));
  CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
    auto person = tables.Person(name);
    if (!person || person->state != kOpenAccount)
      return core::Fail(ErrorCode::kNotFound, "there is no such person", name);
    const bool was_coordinator = person->role == RoleName(Role::kCoordinator);
    if (was_coordinator && role != Role::kCoordinator && Coordinators(tables) == 1) {
      return core::Fail(ErrorCode::kConflict, "the last coordinator stays one. Fix: invite another one first", name);
    }
    person->role = std::string(RoleName(role));
    person->organisation = organisation.value;
    tables.Put(*person);
    tables.RemoveSignInsOf(name);  // rights changed: a new session
    AddAudit(tables, impl_->Now(), workspace.caller().person.value, fmt::format("make a person {}", RoleName(role)),
             name);
    return {};
  }));
  impl_->Forget();
  return {};
}

core::Status Gate::Remove(const Workspace& workspace, const std::string& name) {
  CG_RETURN_IF_ERROR(MayManagePeople(workspace.caller()));
  CG_RETURN_IF_ERROR(impl_->Edit([&](PeopleTables& tables) -> core::Status {
    auto person = tables.Person(name);
    if (!person || person->state != kOpenAccount)
      return core::Fail(ErrorCode::kNotFound, "there is no such person", name);
    if (person->role == RoleName(Role::kCoordinator) && Coordinators(tables) == 1) {
      return core::Fail(ErrorCode::kConflict, "the last coordinator stays. Fix: invite another one first", name);
    }
    // The name stays taken: their codings stand under it.
    *person = {person->name, person->role, person->organisation, "", "", 0, "", person->since, kEndedAccount};
    tables.Put(*person);
    tables.RemoveSignInsOf(name);
    tables.SetPreferences(name, {});
    AddAudit(tables, impl_->Now(), workspace.caller().person.value, "remove a person", name);
    return {};
  }));
  impl_->Forget();
  return {};
}

core::Status Gate::Record(const model::CoderId& person, std::string_view action, const std::string& subject) {
  return impl_->audit_.Add({impl_->Now(), person.value, std::string(action), subject});
}

core::Result<std::vector<Gate::AuditLine>> Gate::Audit(const Workspace& workspace, std::int64_t most,
                                                       std::int64_t before) {
  CG_RETURN_IF_ERROR(MayManagePeople(workspace.caller()));
  std::vector<AuditLine> lines;
  CG_RETURN_IF_ERROR(impl_->Read([&](PeopleTables& tables) -> core::Status {
    lines.clear();
    const auto last = tables.LastAudit();
    if (!last) return {};
    const std::int64_t end = before > 0 ? std::min(before, last->number + 1) : last->number + 1;
    const std::int64_t first = std::max<std::int64_t>(end - most, 1);
    for (const auto& row : tables.Audit(first, end - first)) {
      lines.push_back({row.number, core::Moment::FromUnixSeconds(row.at), row.person, row.action, row.subject});
    }
    std::ranges::reverse(lines);
    return {};
  }));
  return lines;
}

}  // namespace commonground::app
