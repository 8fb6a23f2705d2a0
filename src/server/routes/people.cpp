// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// People, invitations, roles, and the log.

#include "server/routes/people.h"

#include <algorithm>

namespace commonground::server {

namespace {

std::optional<model::OrganisationId> IfAny(const model::OrganisationId& organisation) {
  return organisation.empty() ? std::nullopt : std::optional(organisation);
}

InvitationView ViewOf(const app::Invitation& invitation) {
  return {invitation.name,
          {std::string(app::RoleName(invitation.role))},
          IfAny(invitation.organisation),
          invitation.expires.Text()};
}

}  // namespace

core::Result<ListPeople::Output> ListPeople::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto people, asked.services.gate.People(study));
  CG_ASSIGN_OR_RETURN(const auto invitations, asked.services.gate.Invitations(study));
  Output output;
  for (const app::Account& one : people) {
    output.people.push_back({one.name,
                             {std::string(app::RoleName(one.role))},
                             IfAny(one.organisation),
                             one.has_second_key,
                             one.ended,
                             one.since.Text()});
  }
  for (const app::Invitation& one : invitations) output.invitations.push_back(ViewOf(one));
  return output;
}

core::Result<Invite::Output> Invite::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(auto invited, asked.services.gate.Invite(study, input.person, *app::RoleNamed(input.role.value),
                                                               input.organisation.value_or(model::OrganisationId())));
  asked.status = 201;
  return Output{invited.token, "/#join=" + invited.token, ViewOf(invited.invitation)};
}

core::Result<Nothing> ChangeRole::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_RETURN_IF_ERROR(asked.services.gate.ChangeRole(study, input.person, *app::RoleNamed(input.role.value),
                                                    input.organisation.value_or(model::OrganisationId())));
  asked.status = 204;
  return Nothing{};
}

core::Result<Nothing> RemovePerson::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_RETURN_IF_ERROR(asked.services.gate.Remove(study, input.person));
  asked.status = 204;
  return Nothing{};
}

core::Result<ShowAudit::Output> ShowAudit::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const auto study, asked.Study());
  CG_ASSIGN_OR_RETURN(const auto lines,
                      asked.services.gate.Audit(study, std::clamp<std::int64_t>(input.most.value_or(100), 1, 1000),
                                                std::max<std::int64_t>(input.before.value_or(0), 0)));
  Output output;
  for (const auto& line : lines) {
    output.lines.push_back({line.number, line.at.Text(), line.person, line.action, line.subject});
  }
  return output;
}

}  // namespace commonground::server
