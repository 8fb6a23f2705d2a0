// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes about the people of a study: who there is, who is invited, what they may do.
#pragma once

#include "server/route.h"
#include "server/routes/words.h"

namespace commonground::server {

struct PersonView {
  model::CoderId person;
  OneOf<RoleWords> role;
  std::optional<model::OrganisationId> organisation;
  bool has_second_key = false;
  bool ended = false;
  std::string since;
};
void Describe(auto& visit, Is<PersonView> auto& view) {
  visit("person", view.person, "a name that does not tell who it is");
  visit("role", view.role, "what they may do");
  visit("organisation", view.organisation, "of a member");
  visit("has_second_key", view.has_second_key, "whether a code is asked for");
  visit("ended", view.ended, "removed; the name stays, for the codings under it");
  visit("since", view.since, "UTC");
}

struct InvitationView {
  std::string person;
  OneOf<RoleWords> role;
  std::optional<model::OrganisationId> organisation;
  std::string expires;
};
void Describe(auto& visit, Is<InvitationView> auto& view) {
  visit("person", view.person, "the name that waits for them");
  visit("role", view.role, "what they will be");
  visit("organisation", view.organisation, "of a member");
  visit("expires", view.expires, "UTC");
}

struct ListPeople {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/people",
                                .name = "listPeople",
                                .summary = "People of the study, and invitations that wait",
                                .coordinators_only = true};
  using Input = Nothing;
  struct Output {
    std::vector<PersonView> people;
    std::vector<InvitationView> invitations;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListPeople::Output> auto& out) {
  visit("people", out.people, "by name");
  visit("invitations", out.invitations, "that were not used and did not end");
}

struct Invite {
  static constexpr Rules kRules{.method = Method::kPut,
                                .path = "/people/{person}/invitation",
                                .name = "invite",
                                .summary = "A link, good once and for a week; an older one for this name ends",
                                .coordinators_only = true,
                                .made = 201};
  struct Input {
    std::string person;
    OneOf<RoleWords> role;
    std::optional<model::OrganisationId> organisation;
  };
  struct Output {
    std::string token;
    std::string path;
    InvitationView invitation;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<Invite::Input> auto& in) {
  visit.Path("person", in.person, "a name that does not tell who it is");
  visit("role", in.role, "what they will be");
  visit("organisation", in.organisation, "of a member");
}
void Describe(auto& visit, Is<Invite::Output> auto& out) {
  visit("token", out.token, "shown once");
  visit("path", out.path, "behind the address of this server: \"/#join=...\"");
  visit("invitation", out.invitation, "what it is for");
}

struct ChangeRole {
  static constexpr Rules kRules{.method = Method::kPut,
                                .path = "/people/{person}/role",
                                .name = "changeRole",
                                .summary = "Another role; their sessions end",
                                .coordinators_only = true,
                                .is_fresh = true};
  struct Input {
    std::string person;
    OneOf<RoleWords> role;
    std::optional<model::OrganisationId> organisation;
  };
  using Output = Nothing;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ChangeRole::Input> auto& in) {
  visit.Path("person", in.person, "who");
  visit("role", in.role, "what they will be");
  visit("organisation", in.organisation, "of a member");
}

struct RemovePerson {
  static constexpr Rules kRules{.method = Method::kDelete,
                                .path = "/people/{person}",
                                .name = "removePerson",
                                .summary = "Their sessions end at once; their codings stay, under the name",
                                .coordinators_only = true,
                                .is_fresh = true};
  struct Input {
    std::string person;
  };
  using Output = Nothing;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<RemovePerson::Input> auto& in) {
  visit.Path("person", in.person, "who");
}

struct ShowAudit {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/audit",
                                .name = "showAudit",
                                .summary = "The log: who did what kind of thing, when, to which id",
                                .coordinators_only = true};
  struct Input {
    std::optional<std::int64_t> most;
    std::optional<std::int64_t> before;
  };
  struct Line {
    std::int64_t number = 0;
    std::string at;
    std::string person;
    std::string action;
    std::string subject;
  };
  struct Output {
    std::vector<Line> lines;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ShowAudit::Input> auto& in) {
  visit.Query("most", in.most, "how many, at most 1000; 100 if it is not said");
  visit.Query("before", in.before, "only lines before the one of this number: older ones");
}
void Describe(auto& visit, Is<ShowAudit::Line> auto& line) {
  visit("number", line.number, "from 1");
  visit("at", line.at, "UTC");
  visit("person", line.person, "who");
  visit("action", line.action, "what kind of thing");
  visit("subject", line.subject, "an id; empty: blanked");
}
void Describe(auto& visit, Is<ShowAudit::Output> auto& out) {
  visit("lines", out.lines, "the newest first");
}

}  // namespace commonground::server
