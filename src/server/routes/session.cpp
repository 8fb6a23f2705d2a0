// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Coming in and going out: setup link, invitation, sign-in, second key, sessions.

#include "server/routes/session.h"

#include "core/keyed_hash.h"
#include "server/routes/cookie.h"

namespace commonground::server {

namespace {

core::Result<SessionView> ViewOf(RouteContext& asked, const app::SessionInfo& session, const std::string& token) {
  SessionView view;
  view.person = session.caller.person;
  view.role.value = std::string(app::RoleName(session.caller.role));
  if (!session.caller.organisation.empty()) view.organisation = session.caller.organisation;
  view.awaits_second_key = session.awaits_second_key;
  view.csrf = CsrfOf(token);
  view.idle_seconds = app::kIdleSeconds;
  if (!session.awaits_second_key) {
    CG_ASSIGN_OR_RETURN(view.queue_key, asked.services.gate.QueueKey(session.caller.person));
    CG_ASSIGN_OR_RETURN(const auto preferences, asked.services.gate.Preferences(session.caller.person));
    for (const app::Preference& one : preferences) view.preferences.push_back({one.setting, one.value});
  }
  return view;
}

core::Result<SessionView> Begin(RouteContext& asked, const app::SignedIn& in) {
  asked.fields.push_back({"Set-Cookie", SessionCookie(in.token)});
  return ViewOf(asked, in.session, in.token);
}

}  // namespace

core::Result<LookAtLink::Output> LookAtLink::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const app::Invitation invitation, asked.services.gate.LookAt(input.token));
  Output output;
  if (!invitation.name.empty()) output.name = invitation.name;
  output.role.value = std::string(app::RoleName(invitation.role));
  if (!invitation.organisation.empty()) output.organisation = invitation.organisation;
  output.expires = invitation.expires.Text();
  return output;
}

core::Result<SessionView> Join::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(const app::SignedIn in,
                      asked.services.gate.Join(input.token, input.name.value_or(""), input.passphrase));
  asked.status = 201;
  return Begin(asked, in);
}

core::Result<SessionView> SignIn::Run(RouteContext& asked, const Input& input) {
  const auto in =
      asked.services.gate.SignIn({input.name, input.passphrase, input.code.value_or(""), asked.request.from});
  if (!in) {
    // Not 404: nothing was asked for that could be there or not.
    if (in.error().code == core::ErrorCode::kNotFound) asked.refused_as = 401;
    return core::Fail(in.error());
  }
  asked.status = 201;
  return Begin(asked, *in);
}

core::Result<SessionView> ShowSession::Run(RouteContext& asked, const Input&) {
  return ViewOf(asked, *asked.session, asked.token);
}

core::Result<Nothing> SignOut::Run(RouteContext& asked, const Input&) {
  CG_RETURN_IF_ERROR(asked.services.gate.SignOut(asked.token));
  if (asked.session) asked.services.previews->Forget(asked.session->id);
  asked.status = 204;
  asked.fields.push_back({"Set-Cookie", kNoSession});
  asked.fields.push_back({"Clear-Site-Data", "\"*\""});
  return Nothing{};
}

core::Result<Nothing> RefreshSession::Run(RouteContext& asked, const Input& input) {
  const auto done =
      asked.services.gate.Refresh(*asked.session, {"", input.passphrase, input.code.value_or(""), asked.request.from});
  if (!done) {
    if (done.error().code == core::ErrorCode::kNotFound) asked.refused_as = 401;
    return core::Fail(done.error());
  }
  asked.status = 204;
  return Nothing{};
}

core::Result<Nothing> SetPreferences::Run(RouteContext& asked, const Input& input) {
  std::vector<app::Preference> preferences;
  for (const PreferenceView& one : input.preferences) preferences.push_back({one.setting, one.value});
  CG_RETURN_IF_ERROR(asked.services.gate.SetPreferences(asked.session->caller.person, preferences));
  asked.status = 204;
  return Nothing{};
}

core::Result<OfferSecondKey::Output> OfferSecondKey::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const std::string key, asked.services.gate.OfferSecondKey(*asked.session));
  Output output;
  output.key = key;
  output.address = app::AddressOfSecondKey(key, asked.session->caller.person.value);
  if (const auto picture = app::QrOf(output.address)) {
    output.picture_size = picture->size;
    output.picture_path = picture->path;
  }
  return output;
}

core::Result<ConfirmSecondKey::Output> ConfirmSecondKey::Run(RouteContext& asked, const Input& input) {
  CG_ASSIGN_OR_RETURN(auto secured, asked.services.gate.ConfirmSecondKey(*asked.session, asked.token, input.code));
  CG_ASSIGN_OR_RETURN(SessionView session, Begin(asked, secured.signed_in));
  return Output{std::move(session), std::move(secured.recovery_codes)};
}

core::Result<ListSessions::Output> ListSessions::Run(RouteContext& asked, const Input&) {
  CG_ASSIGN_OR_RETURN(const auto sessions, asked.services.gate.SessionsOf(asked.session->caller.person));
  Output output;
  for (const app::SessionInfo& one : sessions) {
    output.sessions.push_back({one.id, core::Moment::FromUnixSeconds(one.began).Text(),
                               core::Moment::FromUnixSeconds(one.used).Text(), one.id == asked.session->id});
  }
  return output;
}

core::Result<Nothing> EndSession::Run(RouteContext& asked, const Input& input) {
  CG_RETURN_IF_ERROR(asked.services.gate.EndSession(asked.session->caller.person, input.session));
  asked.services.previews->Forget(input.session);
  asked.status = 204;
  return Nothing{};
}

}  // namespace commonground::server
