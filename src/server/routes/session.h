// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// Routes of coming in and going out.
#pragma once

#include "server/route.h"
#include "server/routes/words.h"

namespace commonground::server {

struct PreferenceView {
  std::string setting;
  std::string value;
};
void Describe(auto& visit, Is<PreferenceView> auto& view) {
  visit("setting", view.setting, "a name of the pages' own, such as \"key reader j\"");
  visit("value", view.value, "what was chosen");
}

struct SessionView {
  model::CoderId person;
  OneOf<RoleWords> role;
  std::optional<model::OrganisationId> organisation;
  bool awaits_second_key = false;
  std::string csrf;
  std::optional<std::string> queue_key;
  std::int64_t idle_seconds = 0;
  std::vector<PreferenceView> preferences;
};
void Describe(auto& visit, Is<SessionView> auto& view) {
  visit("person", view.person, "your name here, a pseudonym");
  visit("role", view.role, "what you may do");
  visit("organisation", view.organisation, "yours, if you are a member");
  visit("awaits_second_key", view.awaits_second_key, "nothing else may be done before there is one");
  visit("csrf", view.csrf, "send it with every change, as X-CSRF-Token");
  visit(
      "queue_key", view.queue_key,
      "yours in every session, to seal what waits for a connection; keep it in memory only. None while a second key is "
      "awaited");
  visit("idle_seconds", view.idle_seconds, "after so long without a request the session ends");
  visit("preferences", view.preferences, "what you have set for the pages; none while a second key is awaited");
}

struct LookAtLink {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/session/link",
                                .name = "lookAtLink",
                                .summary = "What a link of setup or invitation is for",
                                .who = Who::kAnybody};
  struct Input {
    std::string token;
  };
  struct Output {
    std::optional<std::string> name;
    OneOf<RoleWords> role;
    std::optional<model::OrganisationId> organisation;
    std::string expires;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<LookAtLink::Input> auto& in) {
  visit("token", in.token, "behind #setup= or #join=");
}
void Describe(auto& visit, Is<LookAtLink::Output> auto& out) {
  visit("name", out.name, "the name that was chosen for you; none: choose one");
  visit("role", out.role, "what you will be");
  visit("organisation", out.organisation, "of a member");
  visit("expires", out.expires, "when the link ends, UTC");
}

struct Join {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/session/join",
                                .name = "join",
                                .summary = "Make your account by a link, and sign in",
                                .who = Who::kAnybody,
                                .hashes = true,
                                .made = 201};
  struct Input {
    std::string token;
    std::optional<std::string> name;
    std::string passphrase;
  };
  using Output = SessionView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<Join::Input> auto& in) {
  visit("token", in.token, "behind #setup= or #join=");
  visit("name", in.name, "with a setup link: the name that you choose");
  visit("passphrase", in.passphrase, "15 characters or more");
}

struct SignIn {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/session",
                                .name = "signIn",
                                .summary = "Sign in",
                                .who = Who::kAnybody,
                                .hashes = true,
                                .made = 201};
  struct Input {
    std::string name;
    std::string passphrase;
    std::optional<std::string> code;
  };
  using Output = SessionView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<SignIn::Input> auto& in) {
  visit("name", in.name, "the name that you were given here");
  visit("passphrase", in.passphrase, "yours");
  visit("code", in.code, "of your second key, or a recovery code");
}

struct ShowSession {
  static constexpr Rules kRules{.method = Method::kGet,
                                .path = "/session",
                                .name = "showSession",
                                .summary = "Who you are here",
                                .who = Who::kHalfway};
  using Input = Nothing;
  using Output = SessionView;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};

struct SignOut {
  static constexpr Rules kRules{.method = Method::kDelete,
                                .path = "/session",
                                .name = "signOut",
                                .summary = "Sign out, and clear what the browser keeps of us",
                                .who = Who::kHalfway};
  using Input = Nothing;
  using Output = Nothing;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};

struct RefreshSession {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/session/fresh",
                                .name = "refreshSession",
                                .summary = "Give the passphrase again, for what asks for it",
                                .hashes = true};
  struct Input {
    std::string passphrase;
    std::optional<std::string> code;
  };
  using Output = Nothing;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<RefreshSession::Input> auto& in) {
  visit("passphrase", in.passphrase, "yours");
  visit("code", in.code, "of your second key, or a recovery code");
}

struct SetPreferences {
  static constexpr Rules kRules{.method = Method::kPut,
                                .path = "/session/preferences",
                                .name = "setPreferences",
                                .summary = "What you have set for the pages, in place of all that was set before"};
  struct Input {
    std::vector<PreferenceView> preferences;
  };
  using Output = Nothing;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<SetPreferences::Input> auto& in) {
  visit("preferences", in.preferences, "at most 120; each setting once, 40 bytes at most, and so its value");
}

struct OfferSecondKey {
  static constexpr Rules kRules{.method = Method::kPost,
                                .path = "/session/second-key",
                                .name = "offerSecondKey",
                                .summary = "A second key to put into the app on your phone",
                                .who = Who::kHalfway};
  using Input = Nothing;
  struct Output {
    std::string key;
    std::string address;
    std::int64_t picture_size = 0;
    std::string picture_path;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<OfferSecondKey::Output> auto& out) {
  visit("key", out.key, "to type in");
  visit("address", out.address, "the same as an address");
  visit("picture_size", out.picture_size, "cells along one side of its QR picture");
  visit("picture_path", out.picture_path, "what is dark in it, as an SVG path");
}

struct ConfirmSecondKey {
  static constexpr Rules kRules{.method = Method::kPut,
                                .path = "/session/second-key",
                                .name = "confirmSecondKey",
                                .summary = "Show that the second key works; from now on it is asked for",
                                .who = Who::kHalfway};
  struct Input {
    std::string code;
  };
  struct Output {
    SessionView session;
    std::vector<std::string> recovery_codes;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ConfirmSecondKey::Input> auto& in) {
  visit("code", in.code, "six digits");
}
void Describe(auto& visit, Is<ConfirmSecondKey::Output> auto& out) {
  visit("session", out.session, "a new one");
  visit("recovery_codes", out.recovery_codes, "each good once in place of a code; shown now and never again");
}

struct ListSessions {
  static constexpr Rules kRules{
      .method = Method::kGet, .path = "/sessions", .name = "listSessions", .summary = "Where you are signed in"};
  using Input = Nothing;
  struct One {
    std::string session;
    std::string began;
    std::string used;
    bool is_this = false;
  };
  struct Output {
    std::vector<One> sessions;
  };
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<ListSessions::One> auto& one) {
  visit("session", one.session, "its id");
  visit("began", one.began, "UTC");
  visit("used", one.used, "last, UTC, to the minute");
  visit("is_this", one.is_this, "the one that asks");
}
void Describe(auto& visit, Is<ListSessions::Output> auto& out) {
  visit("sessions", out.sessions, "the oldest first");
}

struct EndSession {
  static constexpr Rules kRules{.method = Method::kDelete,
                                .path = "/sessions/{session}",
                                .name = "endSession",
                                .summary = "End one of your sessions"};
  struct Input {
    std::string session;
  };
  using Output = Nothing;
  static core::Result<Output> Run(RouteContext& asked, const Input& input);
};
void Describe(auto& visit, Is<EndSession::Input> auto& in) {
  visit.Path("session", in.session, "its id");
}

}  // namespace commonground::server
