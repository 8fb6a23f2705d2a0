// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// commonground people, audit: for whoever keeps the machine, without signing in.

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/people/audit_chain.h"
#include "app/people/gate.h"
#include "cli/command.h"
#include "cli/editing.h"
#include "cli/table.h"

namespace commonground::cli {

namespace {

using Text = std::shared_ptr<std::string>;

Text AddArgument(CLI::App& command, const char* name, const char* purpose) {
  auto text = std::make_shared<std::string>();
  command.add_option(name, *text, purpose)->required();
  return text;
}

Text AddOrganisation(CLI::App& command) {
  auto text = std::make_shared<std::string>();
  command.add_option("--organisation", *text, "the organisation that a member comes from")->type_name("ID");
  return text;
}

// Opens the study and its people; all that goes wrong is said.
int WithPeople(Console& session, const std::string& study,
               const std::function<int(app::Gate&, const app::Workspace&)>& work) {
  return Acting(session, study, "", [&](const app::Workspace& workspace) {
    const auto gate = app::Gate::Open(study, session.clock());
    if (!gate) return session.Fail(gate.error());
    return work(**gate, workspace);
  });
}

core::Result<app::Role> ReadRole(const std::string& name) {
  if (const auto role = app::RoleNamed(name)) return *role;
  return core::Fail(core::ErrorCode::kInvalidInput,
                    "there is no such role. Fix: coordinator, researcher, reviewer, member or reader", name);
}

Run AddList(CLI::App& command) {
  auto study = AddActingStudy(command);
  return [=](Console& session) {
    return WithPeople(session, *study, [&](app::Gate& gate, const app::Workspace& workspace) {
      const auto people = gate.People(workspace);
      if (!people) return session.Fail(people.error());
      const auto invitations = gate.Invitations(workspace);
      if (!invitations) return session.Fail(invitations.error());
      if (session.json) {
        nlohmann::ordered_json json{{"people", nlohmann::json::array()}, {"invitations", nlohmann::json::array()}};
        for (const auto& one : *people) {
          json["people"].push_back({{"person", one.name.value},
                                    {"role", app::RoleName(one.role)},
                                    {"organisation", one.organisation.value},
                                    {"second_key", one.has_second_key},
                                    {"ended", one.ended},
                                    {"since", one.since.Text()}});
        }
        for (const auto& one : *invitations) {
          json["invitations"].push_back({{"person", one.name},
                                         {"role", app::RoleName(one.role)},
                                         {"organisation", one.organisation.value},
                                         {"expires", one.expires.Text()}});
        }
        session.Print(json.dump(2) + "\n");
        return 0;
      }
      Table table({"person", "role", "organisation", "second key", "state"});
      for (const auto& one : *people) {
        table.Add({one.name.value, std::string(app::RoleName(one.role)), one.organisation.value,
                   one.has_second_key ? "yes" : "no", one.ended ? "removed" : ""});
      }
      for (const auto& one : *invitations) {
        table.Add({one.name, std::string(app::RoleName(one.role)), one.organisation.value, "",
                   "invited until " + one.expires.Text()});
      }
      session.Print(table.Text(TerminalWidth()));
      return 0;
    });
  };
}

Run AddInvite(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto name = AddArgument(command, "PERSON", "a name that does not tell who it is, such as coder-a");
  auto role = AddArgument(command, "ROLE", "coordinator, researcher, reviewer, member or reader");
  auto organisation = AddOrganisation(command);
  return [=](Console& session) {
    return WithPeople(session, *study, [&](app::Gate& gate, const app::Workspace& workspace) {
      const auto as = ReadRole(*role);
      if (!as) return session.Fail(as.error());
      const auto invited = gate.Invite(workspace, *name, *as, model::OrganisationId(*organisation));
      if (!invited) return session.Fail(invited.error());
      if (session.json) {
        session.Print(nlohmann::ordered_json{
                          {"person", *name}, {"join", invited->token}, {"expires", invited->invitation.expires.Text()}}
                          .dump(2) +
                      "\n");
      } else {
        session.Print(fmt::format("Good once, until {}, behind the address of the server:\n/#join={}\n",
                                  invited->invitation.expires.Text(), invited->token));
      }
      return 0;
    });
  };
}

Run AddRole(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto name = AddArgument(command, "PERSON", "who");
  auto role = AddArgument(command, "ROLE", "coordinator, researcher, reviewer, member or reader");
  auto organisation = AddOrganisation(command);
  return [=](Console& session) {
    return WithPeople(session, *study, [&](app::Gate& gate, const app::Workspace& workspace) {
      const auto as = ReadRole(*role);
      if (!as) return session.Fail(as.error());
      const auto done = gate.ChangeRole(workspace, *name, *as, model::OrganisationId(*organisation));
      if (!done) return session.Fail(done.error());
      session.Say(fmt::format("{} is {} now; their sessions ended.\n", *name, *role));
      return 0;
    });
  };
}

Run AddRemove(CLI::App& command) {
  auto study = AddActingStudy(command);
  auto name = AddArgument(command, "PERSON", "who");
  return [=](Console& session) {
    return WithPeople(session, *study, [&](app::Gate& gate, const app::Workspace& workspace) {
      const auto done = gate.Remove(workspace, *name);
      if (!done) return session.Fail(done.error());
      session.Say(fmt::format("{} cannot sign in any more. Their codings stay, under the name.\n", *name));
      return 0;
    });
  };
}

Run AddVerifyAudit(CLI::App& command) {
  auto study = AddActingStudy(command);
  return [=](Console& session) {
    const auto check = app::VerifyAudit(*study);
    if (!check) return session.Fail(check.error());
    if (session.json) {
      session.Print(
          nlohmann::ordered_json{{"lines", check->lines}, {"head", check->head}, {"broken_at", check->broken_at}}.dump(
              2) +
          "\n");
    }
    if (check->broken_at != 0) {
      return session.Fail(
          {core::ErrorCode::kCorrupt,
           fmt::format("the log is not as it was written: line {} was changed, added or follows one that "
                       "was taken out",
                       check->broken_at),
           *study});
    }
    if (!session.json) {
      session.Print(check->lines == 0 ? std::string("The log is empty.\n")
                                      : fmt::format("{} lines, each as it was written. The last one is {}\n",
                                                    check->lines, check->head));
    }
    return 0;
  };
}

}  // namespace

Run AddPeople(CLI::App& command) {
  static constexpr Part kParts[] = {
      {"list", "who can sign in, and who is invited", AddList},
      {"invite", "a link, good once and for a week", AddInvite},
      {"role", "another role; their sessions end", AddRole},
      {"remove", "nobody signs in by this name any more", AddRemove},
  };
  return AddParts(command, kParts);
}

Run AddAudit(CLI::App& command) {
  static constexpr Part kParts[] = {
      {"verify", "go through the log, and say whether every line is as it was written", AddVerifyAudit},
  };
  return AddParts(command, kParts);
}

}  // namespace commonground::cli
